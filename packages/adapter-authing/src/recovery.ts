import type { Call } from "@guard/contract";
import type { Link } from "./link.ts";
import { callRest } from "./rest.ts";
import { inLogin, settle } from "./settle.ts";

/** A recovery code (R15). The new one stands beside the user, where the SDK's own method loses it. */
export const verifyRecoveryCode =
  (link: Link): Call<"verifyRecoveryCode"> =>
  ({ token, code }, context) =>
    inLogin(link, token, async (login) => {
      const answer = await callRest(link, context, "POST", "/api/v2/mfa/totp/recovery", token, { recoveryCode: code });
      return answer.ok ? settle(link, login, "recovery", { ok: true, value: answer.value.data }, answer.value.recoveryCode) : settle(link, login, "recovery", answer);
    });

import { fail, succeed, type CallContext, type Completion, type Result } from "@guard/contract";
import * as v from "valibot";
import { ask, failure, type Answer } from "./ask.ts";
import type { Link } from "./link.ts";
import { isBound, type OpenLogin } from "./open-logins.ts";
import type { Operations } from "./operations.ts";
import { callRest } from "./rest.ts";
import { AuthingUser } from "./session.ts";
import { inLogin, settle } from "./settle.ts";

const Association = v.object({ secret: v.string(), qrcode_uri: v.string(), recovery_code: v.optional(v.string()) });

/** As long as the reference server keeps a secret that was not confirmed; Authing tells no end. */
const ENROLMENT_MS = 10 * 60_000;

/** Binding an authenticator app during a login (R14). */
export const totpEnrolment = (link: Link): Operations<"startTotp" | "confirmTotp"> => ({
  startTotp: ({ token }, context) =>
    inLogin(link, token, async (login) => {
      if (isBound(login, "totp")) return fail({ code: "bind_not_allowed" }, link.clock.now());
      const answer = await ask(link, context, () => link.client.mfa.assosicateMfaAuthenticator({ authenticatorType: "totp", source: "APPLICATION", mfaToken: token }));
      if (!answer.ok) return failure(link, answer.refusal);
      const now = link.clock.now();
      const { output, success } = v.safeParse(Association, answer.value);
      if (!success) return fail({ code: "unknown", raw: "malformed" }, now);
      if (output.recovery_code !== undefined) login.recoveryCode = output.recovery_code;
      return succeed({ secret: output.secret, otpauthUri: output.qrcode_uri, expiresAt: now + ENROLMENT_MS, now });
    }),

  confirmTotp: ({ token, code }, context) => inLogin(link, token, (login) => confirm(link, login, context, code)),
});

/**
 * The SDK's own `confirmAssosicateMfaAuthenticator` drops the token, and the session in the answer. A server that answers
 * no session wants the code verified next; if that fails, the app is bound all the same and a newer code is only verified.
 */
async function confirm(link: Link, login: OpenLogin, context: CallContext, totp: string): Promise<Result<Completion>> {
  const { token } = login.challenge;
  if (login.isTotpConfirmed !== true) {
    const confirmed = await callRest(link, context, "POST", "/api/v2/mfa/totp/associate/confirm", token, { authenticator_type: "totp", totp, source: "APPLICATION" });
    if (!confirmed.ok) return finish(link, login, confirmed);
    if (v.is(AuthingUser, confirmed.value.data)) return finish(link, login, { ok: true, value: confirmed.value.data });
    login.isTotpConfirmed = true;
  }
  return finish(link, login, await ask(link, context, () => link.client.mfa.verifyTotpMfa({ totp, mfaToken: token })));
}

const finish = (link: Link, login: OpenLogin, answer: Answer): Result<Completion> => settle(link, login, "totp", answer, login.recoveryCode);

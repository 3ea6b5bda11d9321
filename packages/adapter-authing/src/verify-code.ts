import { fail, isSentFactor, type Call, type Factor } from "@guard/contract";
import { ask } from "./ask.ts";
import type { AuthingMfa } from "./authing-client.ts";
import type { Link } from "./link.ts";
import type { OpenLogin } from "./open-logins.ts";
import { send } from "./send.ts";
import { inLogin, settle } from "./settle.ts";
import type { Target } from "./target.ts";

export const sendCode =
  (link: Link): Call<"sendCode"> =>
  ({ token, factor, trigger }, context) =>
    inLogin(link, token, async (login) => {
      const target = login.targets.get(factor);
      // Nothing was entered to bind yet, so there is nobody to send to.
      return target === undefined ? fail({ code: "conflict" }, link.clock.now()) : send(link, context, "mfa", target, trigger);
    });

/** Judges a code (R12); one that was sent to an address which is not bound yet binds it. */
export const verifyCode =
  (link: Link): Call<"verifyCode"> =>
  ({ token, factor, code }, context) =>
    inLogin(link, token, async (login) => {
      const call = verification(link.client.mfa, login, factor, code);
      return call === undefined ? fail({ code: "factor_unavailable" }, link.clock.now()) : settle(link, login, factor, await ask(link, context, call));
    });

function verification(mfa: AuthingMfa, { challenge, targets }: OpenLogin, factor: Factor, code: string): (() => Promise<unknown>) | undefined {
  const mfaToken = challenge.token;
  if (factor === "totp") return () => mfa.verifyTotpMfa({ totp: code, mfaToken });
  const target = isSentFactor(factor) ? targets.get(factor) : undefined;
  return target && (() => verifySent(mfa, target, code, mfaToken));
}

function verifySent(mfa: AuthingMfa, target: Target, code: string, mfaToken: string): Promise<unknown> {
  if (target.factor === "email") return mfa.verifyAppEmailMfa({ email: target.email, code, mfaToken });
  const { national, countryCode } = target.phone;
  return mfa.verifyAppSmsMfa({ phone: national, phoneCountryCode: countryCode, code, mfaToken });
}

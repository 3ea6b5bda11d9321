import { fail, type CallContext } from "@guard/contract";
import { ask, type Answer } from "./ask.ts";
import type { AuthingClient } from "./authing-client.ts";
import { withoutMemory } from "./client-memory.ts";
import { complete, forgetLate } from "./complete.ts";
import type { Link } from "./link.ts";
import type { Operations } from "./operations.ts";
import { send } from "./send.ts";
import { hearTime } from "./settings.ts";
import { readTarget, type Target } from "./target.ts";

/** Sign-in by a code (R2a), to an e-mail or a phone. */
export const signInCode = (link: Link): Operations<"requestSignInCode" | "verifySignInCode"> => ({
  async requestSignInCode({ identifier, trigger = "user" }, context) {
    const target = addressOf(identifier);
    if (target === undefined) return fail({ code: "target_invalid" }, link.clock.now());
    await hearTime(link, context);
    return send(link, context, "login", target, trigger);
  },

  async verifySignInCode({ identifier, code }, context) {
    const target = addressOf(identifier);
    if (target === undefined) return fail({ code: "target_invalid" }, link.clock.now());
    const result = complete(link, await logIn(link, context, target, code), { began: "otp", proven: [] });
    if (result.ok) link.deliveries.forget("login", target);
    return result;
  },
});

const addressOf = (identifier: string): Target | undefined => readTarget(identifier.includes("@") ? "email" : "sms", identifier);

const logIn = (link: Link, context: CallContext, target: Target, code: string): Promise<Answer> => ask(link, context, () => logInAt(withoutMemory(link.client), target, code), forgetLate(link));

const logInAt = (client: AuthingClient, target: Target, code: string): Promise<unknown> =>
  target.factor === "email" ? client.loginByEmailCode(target.email, code) : client.loginByPhoneCode(target.phone.national, code, { phoneCountryCode: target.phone.countryCode });

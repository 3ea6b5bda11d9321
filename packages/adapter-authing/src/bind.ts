import { fail, succeed, type CallContext, type Result, type SentFactor } from "@guard/contract";
import { ask, failure } from "./ask.ts";
import type { Link } from "./link.ts";
import { isBound, type OpenLogin } from "./open-logins.ts";
import type { Operations } from "./operations.ts";
import { asOneText } from "./phone.ts";
import { inLogin } from "./settle.ts";
import { maskTarget, readTarget, type Target } from "./target.ts";

/** Binding an address during a login (R8). Authing has no such call: its server is asked whether it may be, and the code that is verified binds it. */
export const binding = (link: Link): Operations<"checkBindable" | "bind"> => ({
  checkBindable: ({ token, factor, target }, context) =>
    inLogin(link, token, async (login) => {
      const checked = await check(link, login, context, factor, target);
      return checked.ok || isNo(checked.error.code) ? succeed({ bindable: checked.ok, now: link.clock.now() }) : checked;
    }),

  bind: ({ token, factor, target }, context) =>
    inLogin(link, token, async (login) => {
      const checked = await check(link, login, context, factor, target);
      if (!checked.ok) return checked;
      login.targets.set(factor, checked.value);
      return succeed({ factor, target: maskTarget(checked.value), now: link.clock.now() });
    }),
});

const isNo = (code: string): boolean => code === "target_invalid" || code === "target_unavailable" || code === "bind_not_allowed";

async function check(link: Link, login: OpenLogin, context: CallContext, factor: SentFactor, typed: string): Promise<Result<Target>> {
  const now = link.clock.now();
  const target = readTarget(factor, typed);
  if (target === undefined) return fail({ code: "target_invalid" }, now);
  if (isBound(login, factor)) return fail({ code: "bind_not_allowed" }, now);
  const address = target.factor === "email" ? { email: target.email } : { phone: asOneText(target.phone) };
  const answer = await ask(link, context, () => link.client.mfa.phoneOrEmailBindable({ ...address, mfaToken: login.challenge.token }));
  if (!answer.ok) return failure(link, answer.refusal);
  return answer.value === true ? succeed(target) : fail({ code: "target_unavailable" }, link.clock.now());
}

import { fail, succeed, type CallContext, type Delivered, type Result, type Trigger } from "@guard/contract";
import { ask, failure } from "./ask.ts";
import { guardErrorOf } from "./guard-error.ts";
import type { Link } from "./link.ts";
import type { Target } from "./target.ts";

/** What a code is for: a second factor, or to sign in with. */
export type Purpose = "mfa" | "login";

/**
 * Sends a code. Authing knows one answer to a code that was asked for too soon: no. Where nobody pressed Send, and this
 * adapter knows of the code on its way, that is no failure (R9a).
 */
export async function send(link: Link, context: CallContext, purpose: Purpose, target: Target, trigger: Trigger): Promise<Result<Delivered>> {
  const { clock, deliveries } = link;
  const answer = await ask(link, context, () => handOver(link, purpose, target));
  if (answer.ok) return succeed(deliveries.keep(purpose, target));
  if (answer.refusal.by === "aborted") return failure(link, answer.refusal);
  const now = clock.now();
  const error = guardErrorOf(answer.refusal, now);
  const sent = error.code === "resend_too_soon" ? deliveries.find(purpose, target) : undefined;
  if (error.code !== "resend_too_soon" || sent === undefined) return fail(error, now);
  // The time that was shown before, not the same one a moment off.
  const resendAt = sent.resendAt > now ? sent.resendAt : error.resendAt;
  return trigger === "auto" ? succeed({ ...sent, resendAt }) : fail({ code: "resend_too_soon", resendAt }, now);
}

function handOver({ client }: Link, purpose: Purpose, target: Target): Promise<unknown> {
  if (target.factor === "email") return client.sendEmail(target.email, purpose === "mfa" ? "MFA_VERIFY_CODE" : "LOGIN_VERIFY_CODE");
  const { national, countryCode } = target.phone;
  return client.sendSmsCode(national, countryCode, purpose === "mfa" ? "mfa-verify" : "login");
}

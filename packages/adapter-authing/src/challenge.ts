import type { Challenge, ChallengeFactor, OfferedFactor, SentFactor } from "@guard/contract";
import { readClaims } from "./clock.ts";
import type { MfaRequired } from "./mfa-required.ts";
import type { OpenLogin } from "./open-logins.ts";
import { joinPhone } from "./phone.ts";
import type { Target } from "./target.ts";

/** As long as the reference server's; how long Authing's own lasts no client knows, so its server has the last word (2021). */
const LIFE_MS = 15 * 60_000;

const POLICIES: Readonly<Record<string, ChallengeFactor>> = { EMAIL: "email", SMS: "sms", OTP: "totp", FACE: "face" };

/** A login that waits, as the contract tells it; nothing where every factor it asks for is unknown here, as a passkey is. Pure. */
export function openLogin(data: MfaRequired, passed: Pick<OpenLogin, "began" | "proven">, now: number): OpenLogin | undefined {
  const targets = boundTargets(data);
  const factors = offeredFactors(data, targets);
  const [first] = factors.filter(({ bound }) => bound).concat(factors);
  if (first === undefined) return undefined;
  const need: Challenge["need"] = data.need ?? (first.bound ? "verify" : "bind");
  return { challenge: { token: data.mfaToken, expiresAt: expiryOf(data, now), need, factor: first.factor, factors, now }, targets, ...passed };
}

function expiryOf({ mfaTokenExpiredAt, mfaToken }: MfaRequired, now: number): number {
  const told = mfaTokenExpiredAt === undefined ? readClaims(mfaToken)?.expiresAt : Date.parse(mfaTokenExpiredAt);
  return told ?? now + LIFE_MS;
}

/** As the server wrote them: what it calls bound is bound, and it wants it back letter by letter. */
function boundTargets({ mfaEmail, mfaPhone, mfaPhoneCountryCode }: MfaRequired): Map<SentFactor, Target> {
  const phone = mfaPhone === undefined ? undefined : joinPhone(mfaPhone, mfaPhoneCountryCode);
  const targets = new Map<SentFactor, Target>();
  if (mfaEmail?.includes("@") === true) targets.set("email", { factor: "email", email: mfaEmail });
  if (phone !== undefined) targets.set("sms", { factor: "sms", phone });
  return targets;
}

/** In the order to show. Code 1635 is the user's own authenticator app, which some servers leave out of the list. */
function offeredFactors({ applicationMfa, totpMfaEnabled = false, faceMfaEnabled = false }: MfaRequired, targets: ReadonlyMap<SentFactor, Target>): OfferedFactor[] {
  const bound = { email: targets.has("email"), sms: targets.has("sms"), totp: totpMfaEnabled, face: faceMfaEnabled, recovery: true };
  const listed = applicationMfa.toSorted((left, right) => (left.sort ?? 0) - (right.sort ?? 0)).map(({ mfaPolicy, factor }) => factor ?? POLICIES[mfaPolicy]);
  const known = listed.filter((factor) => factor !== undefined);
  const names = known.length === 0 && totpMfaEnabled ? ["totp" as const] : known;
  return [...new Set(names)].map((factor) => ({ factor, bound: bound[factor] }));
}

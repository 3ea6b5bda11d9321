import type { Capabilities, Challenge, ChallengeFactor, Completion, OfferedFactor, Result } from "@guard/contract";
import { fail } from "@guard/contract";

function canRun({ verify, bind, recovery }: Capabilities, { factor, bound }: OfferedFactor): boolean {
  if (factor === "recovery") return recovery;
  return (bound ? verify : bind).includes(factor);
}

/** An authenticator app can be lost: beside it stands the code that was shown when it was bound (R13, R14). */
function withRecovery(factors: readonly OfferedFactor[], { recovery }: Capabilities): readonly OfferedFactor[] {
  const offered = factors.some(({ factor }) => factor === "recovery");
  const owed = recovery && !offered && factors.some(({ factor, bound }) => factor === "totp" && bound);
  return owed ? [...factors, { factor: "recovery", bound: true }] : factors;
}

/** The host's order where it names one, the server's for the rest (R13). */
function ordered(factors: readonly OfferedFactor[], order: readonly ChallengeFactor[]): OfferedFactor[] {
  const rank = ({ factor }: OfferedFactor): number => (order.includes(factor) ? order.indexOf(factor) : order.length);
  return factors.toSorted((a, b) => rank(a) - rank(b));
}

/** What the UI may offer of a challenge: only what the adapter can do. Nothing left is `factor_unavailable`, never an empty screen. */
export function offerable(challenge: Challenge, capabilities: Capabilities, order: readonly ChallengeFactor[] = []): Result<Challenge> {
  const runnable = challenge.factors.filter((each) => canRun(capabilities, each));
  const factors = [...withRecovery(ordered(runnable, order), capabilities)];
  const [first] = factors;
  if (!first) return fail({ code: "factor_unavailable" }, challenge.now);
  const factor = factors.some((each) => each.factor === challenge.factor) ? challenge.factor : first.factor;
  return { ok: true, value: { ...challenge, factor, factors } };
}

/** The same for a call that may answer a challenge. */
export function offerableCompletion(result: Result<Completion>, capabilities: Capabilities, order?: readonly ChallengeFactor[]): Result<Completion> {
  if (!result.ok || result.value.status === "done") return result;
  const { challenge, now } = result.value;
  const offered = offerable(challenge, capabilities, order);
  return offered.ok ? { ok: true, value: { status: "challenge", challenge: offered.value, now } } : offered;
}

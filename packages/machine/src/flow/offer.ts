import type { Capabilities, Challenge, ChallengeFactor, Completion, OfferedFactor, Result } from "@guard/contract";
import { fail } from "@guard/contract";

function canRun({ verify, bind, recovery }: Capabilities, { factor, bound }: OfferedFactor): boolean {
  if (factor === "recovery") return recovery;
  return (bound ? verify : bind).includes(factor);
}

/** An authenticator app can be lost: beside it stands the code that was shown when it was bound (R13, R14), unless the account is known to have none. */
function withRecovery(factors: OfferedFactor[], { recoverable = true }: Challenge, { recovery }: Capabilities): OfferedFactor[] {
  const offered = factors.some(({ factor }) => factor === "recovery");
  const owed = recovery && recoverable && !offered && factors.some(({ factor, bound }) => factor === "totp" && bound);
  return owed ? [...factors, { factor: "recovery", bound: true }] : factors;
}

/** The host's order where it names one, the server's for the rest (R13). */
function ordered(factors: readonly OfferedFactor[], order: readonly ChallengeFactor[]): OfferedFactor[] {
  const rank = ({ factor }: OfferedFactor): number => (order.includes(factor) ? order.indexOf(factor) : order.length);
  return factors.toSorted((a, b) => rank(a) - rank(b));
}

/** The one used last, if the server says so or has put another before its own first; else the first bound one in the host's order (R13). */
function firstToShow({ factor, lastUsed, factors: [listed] }: Challenge, factors: readonly OfferedFactor[]): ChallengeFactor | undefined {
  const chosen = lastUsed || factor !== listed?.factor ? factors.find((each) => each.factor === factor) : undefined;
  return (chosen ?? factors.find(({ bound }) => bound) ?? factors[0])?.factor;
}

/** What the UI may offer of a challenge: only what the adapter can do. Nothing left is an error, never an empty screen. */
export function offerable(challenge: Challenge, capabilities: Capabilities, order: readonly ChallengeFactor[] = []): Result<Challenge> {
  const runnable = challenge.factors.filter((each) => canRun(capabilities, each));
  const factors = withRecovery(ordered(runnable, order), challenge, capabilities);
  const factor = firstToShow(challenge, factors);
  const { trustDays, ...rest } = challenge;
  const trust = trustDays === undefined || !capabilities.trustedDevice ? {} : { trustDays };
  if (factor !== undefined) return { ok: true, value: { ...rest, ...trust, factor, factors } };
  // Only the recovery code opens a closed account, and this adapter can't take it: an administrator has to (R11b).
  const closed = challenge.factors.every((each) => each.factor === "recovery");
  return fail({ code: closed ? "closed" : "factor_unavailable" }, challenge.now);
}

/** The same for a call that may answer a challenge. */
export function offerableCompletion(result: Result<Completion>, capabilities: Capabilities, order?: readonly ChallengeFactor[]): Result<Completion> {
  if (!result.ok || result.value.status === "done") return result;
  const { challenge, now } = result.value;
  const offered = offerable(challenge, capabilities, order);
  return offered.ok ? { ok: true, value: { status: "challenge", challenge: offered.value, now } } : offered;
}

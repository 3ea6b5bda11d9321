import type { Given } from "../factors/runner.ts";
import { accountClosed } from "../notices/account-closed.ts";
import { accountLocked } from "../notices/account-locked.ts";
import { manyFailures } from "../notices/many-failures.ts";
import { noticeFor } from "../notices/notice.ts";
import type { Notice } from "../notices/notice.ts";
import type { Standing } from "../sign-in/standing.ts";
import type { CounterLimits, Reservation } from "../store/account.ts";
import type { RepeatedRefusal, Tally } from "../store/idempotency.ts";
import { TRIES_A_DAY } from "./closed-account.ts";

/** What a wrong one is told: used, expired and superseded alike (R12, S-41). Pure. */
export function verdictOf({ kind }: Given, tally: Tally, { failuresToLock }: CounterLimits): RepeatedRefusal {
  if (tally.of === "day") return tally.tries < TRIES_A_DAY ? { code: "code_invalid", attemptsLeft: TRIES_A_DAY - tally.tries } : { code: "rate_limited", retryAt: tally.endsAt };
  const { failures, lockedUntil, closedAt } = tally;
  if (closedAt !== null) return { code: "closed" };
  if (lockedUntil !== null) return { code: "locked", lockedUntil };
  return { code: kind === "image" ? "face_no_match" : "code_invalid", attemptsLeft: failuresToLock - failures };
}

/** Half the way to closing, the owner and the administrators hear of it (R11b, S-08). Pure. */
export const isHalfway = ({ total }: Reservation, { failuresToClose }: CounterLimits): boolean => total === Math.ceil(failuresToClose / 2);

/** What the owner is told when the try was wrong (S-28). Pure. */
export function noticesOf(tally: Tally, { account, application, policy }: Standing): Notice[] {
  if (tally.of === "day") return [];
  const { total, lockedUntil, closedAt } = tally;
  return [
    ...(closedAt === null ? [] : noticeFor(account, accountClosed(application.name))),
    ...(lockedUntil === null ? [] : noticeFor(account, accountLocked(application.name))),
    ...(isHalfway(tally, policy) ? noticeFor(account, manyFailures(application.name, total, policy.failuresToClose - total)) : []),
  ];
}

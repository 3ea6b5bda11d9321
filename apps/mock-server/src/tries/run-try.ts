import type { Result } from "@guard/contract";
import { Unreadable } from "../crypto/seal.ts";
import type { FactorRunner, Given, Judge, Subject } from "../factors/runner.ts";
import { postNotices } from "../notices/post.ts";
import { transact } from "../store/transaction.ts";
import { Counted } from "./counted.ts";
import { reserve } from "./reserve.ts";
import type { Reserved } from "./reserve.ts";
import { giveUp, settle } from "./settle.ts";
import type { Found, Trial } from "./trial.ts";

// Room: tries. Whatever is judged goes through here: counted, compared, settled, each committed before the next.

/** Judges one try (R11, R12, S-02). There is no other way to ask a factor's runner. */
export async function runTry<F extends Found, A>(trial: Trial<F, A>): Promise<Result<A>> {
  const { domain } = trial;
  const begun = await transact(domain.store, (tx) => reserve(tx, trial));
  if (begun.kind === "answered") return begun.answer;
  const judge = await compare(trial, begun.reserved);
  const { answer, notices } = await transact(domain.store, (tx) => settle(tx, trial, begun.reserved, judge));
  postNotices(domain, notices);
  return answer;
}

/** Outside any transaction. A secret that can't be opened (S-18) was compared with nothing, so the try is taken back; whoever runs the server hears of it. */
async function compare<F extends Found, A>(trial: Trial<F, A>, reserved: Reserved<F>): Promise<Judge> {
  const { runner, subject } = reserved.found;
  try {
    return await prepare(runner, subject, trial.given);
  } catch (fault) {
    if (fault instanceof Unreadable) await transact(trial.domain.store, (tx) => giveUp(tx, trial, reserved));
    throw fault;
  }
}

function prepare(runner: FactorRunner, subject: Subject, given: Given): Promise<Judge> {
  const counted = new Counted();
  if (runner.takes === "code" && given.kind === "code") return runner.prepare({ ...subject, ...given }, counted);
  if (runner.takes === "recovery" && given.kind === "recovery") return runner.prepare({ ...subject, ...given }, counted);
  if (runner.takes === "image" && given.kind === "image") return runner.prepare({ ...subject, ...given }, counted);
  throw new Error(`A try of ${given.kind} reached a runner that takes ${runner.takes}; reserve.ts refuses it before it is counted.`);
}

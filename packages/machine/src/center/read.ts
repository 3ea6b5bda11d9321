import type { Failure, TaskId } from "../flow/challenge-data.ts";
import type { Done } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

/** What the list will have to say when it is there. */
interface Telling {
  readonly done?: Done | undefined;
  readonly failure?: Failure | undefined;
}

/** Reads the account: at the start, after each change, and where a change was left in the middle. */
export function read(offset: number, task: TaskId, { done, failure }: Telling = {}): CenterTurn {
  return turn({ at: "loading", offset, task, ...(done ? { done } : {}), ...(failure ? { failure } : {}) }, { type: "read", task });
}

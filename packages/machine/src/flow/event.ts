import type { Bound, Challenge, ChallengeFactor, Completion, Delivered, Result } from "@guard/contract";
import type { Resumable, TaskId } from "./state.ts";

/** What a person does. A secret passes through here and never rests (law 7). */
export type UserEvent =
  | { readonly type: "PASSWORD.SUBMIT"; readonly identifier: string; readonly password: string }
  | { readonly type: "CODE.SUBMIT"; readonly code: string }
  | { readonly type: "CODE.SEND" }
  | { readonly type: "FACTOR.CHOOSE"; readonly factor: ChallengeFactor }
  | { readonly type: "TARGET.SUBMIT"; readonly target: string }
  | { readonly type: "TARGET.CHANGE" }
  | { readonly type: "RETRY" }
  | { readonly type: "BACK" };

/** What the adapter answered to one effect. */
export type Answer =
  | { readonly to: "signIn"; readonly result: Result<Completion> }
  | { readonly to: "resume"; readonly result: Result<Challenge> }
  | { readonly to: "send"; readonly result: Result<Delivered> }
  | { readonly to: "bind"; readonly result: Result<Bound> }
  | { readonly to: "verify"; readonly result: Result<Completion> };

/** What the runtime reports. */
export type RuntimeEvent =
  | { readonly type: "START"; readonly record: Resumable }
  | { readonly type: "ANSWER"; readonly task: TaskId; readonly answer: Answer };

export type GuardEvent = UserEvent | RuntimeEvent;

/** An event as the flow sees it: the runtime stamps the client's clock (ms) and a fresh id, because the flow has neither (law 2). */
export type Stamped<E extends GuardEvent = GuardEvent> = E & { readonly now: number; readonly id: TaskId };

import type { Bound, Challenge, ChallengeFactor, Completion, Delivered, Result, TotpEnrolment } from "@guard/contract";
import type { Resumable, TaskId } from "./state.ts";

/** What a person does. A secret passes through here and never rests (law 7). */
export type UserEvent =
  | { readonly type: "PASSWORD.SUBMIT"; readonly identifier: string; readonly password: string }
  /** How to sign in: by password, or by a code alone (R2a). */
  | { readonly type: "METHOD.CHOOSE"; readonly method: "password" | "code" }
  | { readonly type: "IDENTIFIER.SUBMIT"; readonly identifier: string }
  /** `trustDevice` counts only where the challenge offers it (R24). */
  | { readonly type: "CODE.SUBMIT"; readonly code: string; readonly trustDevice?: boolean }
  | { readonly type: "CODE.SEND" }
  | { readonly type: "FACTOR.CHOOSE"; readonly factor: ChallengeFactor }
  | { readonly type: "TARGET.SUBMIT"; readonly target: string }
  | { readonly type: "TARGET.CHANGE" }
  /** Another enrolment, after one that did not load or is over. */
  | { readonly type: "TOTP.RETRY" }
  | { readonly type: "FACE.SUBMIT"; readonly image: Uint8Array }
  | { readonly type: "RECOVERY.OPEN" }
  | { readonly type: "RECOVERY.SUBMIT"; readonly code: string }
  /** "I saved it": the new recovery code is put away (R14). */
  | { readonly type: "RECOVERY.ACKNOWLEDGE" }
  | { readonly type: "RETRY" }
  | { readonly type: "BACK" };

/** What each effect is answered with when it succeeds, by the effect's name. */
interface Answers {
  readonly signIn: Completion;
  readonly requestSignInCode: Delivered;
  readonly verifySignInCode: Completion;
  readonly resume: Challenge;
  readonly send: Delivered;
  readonly bind: Bound;
  readonly verify: Completion;
  readonly startTotp: TotpEnrolment;
  readonly confirmTotp: Completion;
  readonly verifyRecoveryCode: Completion;
  readonly face: Completion;
}

/** What the adapter answered to one effect. */
export type Answer = { readonly [To in keyof Answers]: { readonly to: To; readonly result: Result<Answers[To]> } }[keyof Answers];

/** What the runtime reports. */
export type RuntimeEvent =
  | { readonly type: "START"; readonly record: Resumable }
  | { readonly type: "ANSWER"; readonly task: TaskId; readonly answer: Answer };

export type GuardEvent = UserEvent | RuntimeEvent;

/** One kind of event, as the flow sees it. */
export type StampedOf<Type extends GuardEvent["type"]> = Stamped<Extract<GuardEvent, { readonly type: Type }>>;

/** An event as the flow sees it: the runtime stamps the client's clock (ms) and a fresh id, because the flow has neither (law 2). */
export type Stamped<E extends GuardEvent = GuardEvent> = E & { readonly now: number; readonly id: TaskId };

import type { Acknowledged, Delivered, Factor, FreshRecoveryCode, Result, SteppedUp, Time, TotpEnrolment } from "@guard/contract";
import type { TaskId } from "../flow/challenge-data.ts";
import type { Account } from "./account.ts";

/** What a person does. A secret passes through here and never rests (law 7). Where a login has the same gesture, it has the same name. */
export type CenterUserEvent =
  | { readonly type: "FACTOR.ADD"; readonly factor: Factor }
  | { readonly type: "FACTOR.REMOVE"; readonly binding: string }
  | { readonly type: "RECOVERY.RENEW" }
  | { readonly type: "DEVICE.REVOKE"; readonly device: string }
  /** "Yes": what was asked about is done. */
  | { readonly type: "CONFIRM" }
  /** Another way to prove oneself. */
  | { readonly type: "FACTOR.CHOOSE"; readonly factor: Factor }
  | { readonly type: "PASSWORD.SUBMIT"; readonly password: string }
  | { readonly type: "CODE.SUBMIT"; readonly code: string }
  | { readonly type: "CODE.SEND" }
  | { readonly type: "TARGET.SUBMIT"; readonly target: string }
  | { readonly type: "TARGET.CHANGE" }
  | { readonly type: "TOTP.RETRY" }
  | { readonly type: "FACE.SUBMIT"; readonly image: Uint8Array }
  | { readonly type: "RECOVERY.ACKNOWLEDGE" }
  | { readonly type: "RETRY" }
  | { readonly type: "BACK" };

/** The account as it stands, and the server's clock. */
export interface Reading {
  readonly account: Account;
  readonly now: Time;
}

/** What each effect is answered with when it succeeds, by the effect's name. */
export interface CenterAnswers {
  readonly read: Reading;
  readonly sendStepUp: Delivered;
  readonly stepUp: SteppedUp;
  readonly stepUpFace: SteppedUp;
  readonly bind: Delivered;
  readonly confirm: Acknowledged;
  readonly startTotp: TotpEnrolment;
  readonly confirmTotp: FreshRecoveryCode;
  readonly bindFace: Acknowledged;
  readonly unbind: Acknowledged;
  readonly renew: FreshRecoveryCode;
  readonly revoke: Acknowledged;
}

/** What the adapter answered to one effect. */
export type CenterAnswer = { readonly [To in keyof CenterAnswers]: { readonly to: To; readonly result: Result<CenterAnswers[To]> } }[keyof CenterAnswers];

/** What the runtime reports. */
export type CenterRuntimeEvent = { readonly type: "START" } | { readonly type: "ANSWER"; readonly task: TaskId; readonly answer: CenterAnswer };

export type CenterEvent = CenterUserEvent | CenterRuntimeEvent;

/** An event as the machine sees it: stamped with the client's clock (ms) and a fresh id (law 2). */
export type StampedCenter<E extends CenterEvent = CenterEvent> = E & { readonly now: number; readonly id: TaskId };

/** One kind of event. */
export type StampedCenterOf<Type extends CenterEvent["type"]> = StampedCenter<Extract<CenterEvent, { readonly type: Type }>>;

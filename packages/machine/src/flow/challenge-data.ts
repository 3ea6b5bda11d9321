import type { ChallengeFactor, GuardError, Need, Time, TotpEnrolment } from "@guard/contract";

/** Names one call to the adapter. It is that call's Idempotency-Key, unless the call repeats one that was never answered (R12a). */
export type TaskId = string;

/** The last thing that went wrong, and the call it came from, so that a view can tell two equal errors apart. */
export interface Failure {
  readonly id: TaskId;
  readonly error: GuardError;
  /** The Idempotency-Key of a code whose verdict never arrived: the next try carries it again, so that a success that was lost is found (R12a). */
  readonly unheard?: TaskId;
  /** The code was refused after its `expiresAt`: the view says "expired" instead of "wrong" (R12). */
  readonly late: boolean;
}

/** Where a code was sent and how long it lives. Epoch ms by the server's clock. */
export interface Sent {
  readonly sentTo: string;
  readonly resendAt: Time;
  readonly expiresAt: Time;
}

/** A code that was sent, and perhaps another one on its way. */
export type SentDelivery = ({ readonly is: "sent" } & Sent) | ({ readonly is: "resending"; readonly task: TaskId } & Sent);

/** A factor's code on its way. Cooldown is not a state: it is `resendAt` in `Sent` (law 5). */
export type Delivery =
  | { readonly is: "notNeeded" }
  | { readonly is: "unsent" }
  | { readonly is: "sending"; readonly task: TaskId }
  | SentDelivery;

/** One factor of a challenge with everything that is its own (law 6). */
export interface FactorState {
  readonly factor: ChallengeFactor;
  readonly bound: boolean;
  /** The masked address that is being bound; absent for a bound factor, whose mask comes with the delivery. */
  readonly target?: string;
  /** The address as typed while binding, so that "Change address" and another tab keep it. */
  readonly typedTarget?: string;
  readonly delivery: Delivery;
  readonly failure?: Failure;
}

/** Factors to prove oneself by, and the one whose screen is open. */
export interface Factors {
  readonly active: ChallengeFactor;
  readonly factors: readonly FactorState[];
}

/** A login that waits for its second factor. */
export interface ChallengeData extends Factors {
  readonly token: string;
  readonly expiresAt: Time;
  readonly need: Need;
  /** Days for which this device may be trusted; absent: not offered (R24). */
  readonly trustDays?: number;
}

/** What an authenticator app has to be told. It lives in the one state that shows it, and nowhere else (law 7). */
export type Enrolment = Readonly<Pick<TotpEnrolment, "secret" | "otpauthUri" | "expiresAt">>;

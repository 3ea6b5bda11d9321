import type { ChallengeFactor, GuardError, Need, Session, Time } from "@guard/contract";

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

/** A factor's code on its way. Cooldown is not a state: it is `resendAt` in `Sent` (law 5). */
export type Delivery =
  | { readonly is: "notNeeded" }
  | { readonly is: "unsent" }
  | { readonly is: "sending"; readonly task: TaskId }
  | ({ readonly is: "sent" } & Sent)
  | ({ readonly is: "resending"; readonly task: TaskId } & Sent);

/** One factor of a challenge with everything that is its own (law 6). */
export interface FactorState {
  readonly factor: ChallengeFactor;
  readonly bound: boolean;
  /** The masked address that is being bound; absent for a bound factor, whose mask comes with the delivery. */
  readonly target?: string;
  readonly delivery: Delivery;
  readonly failure?: Failure;
}

/** A login that waits for its second factor. */
export interface ChallengeData {
  readonly token: string;
  readonly expiresAt: Time;
  readonly need: Need;
  readonly active: ChallengeFactor;
  readonly factors: readonly FactorState[];
  /** The address as typed while binding, so that "Change address" keeps it. */
  readonly typedTarget?: string;
}

/** What survives a reload (law 8): no identifier, no secret, no challenge that could bind. */
export type Resumable =
  | { readonly is: "challenge"; readonly token: string; readonly active: ChallengeFactor; readonly expiresAt: Time; readonly offset: number }
  | { readonly is: "lock"; readonly lockedUntil: Time; readonly offset: number };

export type ResumableChallenge = Extract<Resumable, { is: "challenge" }>;

interface Common {
  /** As typed on the first screen; kept in memory so that nobody types it twice. Empty after a reload. */
  readonly identifier: string;
  /** Server clock minus client clock, ms. Every deadline is compared through it. */
  readonly offset: number;
}

export interface PasswordState extends Common {
  readonly at: "password";
  readonly failure?: Failure;
}
export interface SubmittingState extends Common {
  readonly at: "password.submitting";
  readonly task: TaskId;
}
export interface ResumingState extends Common {
  readonly at: "resuming";
  readonly task: TaskId;
  readonly record: ResumableChallenge;
}
export interface ResumeFailedState extends Common {
  readonly at: "resuming.failed";
  readonly record: ResumableChallenge;
  readonly failure: Failure;
}
export interface ChallengeState extends Common {
  readonly at: "challenge";
  readonly challenge: ChallengeData;
}
export interface VerifyingState extends Common {
  readonly at: "challenge.verifying";
  readonly task: TaskId;
  /** The Idempotency-Key of this code: its own task, or that of a try whose verdict never arrived. */
  readonly key: TaskId;
  readonly challenge: ChallengeData;
}
export interface BindState extends Common {
  readonly at: "bind";
  readonly challenge: ChallengeData;
}
export interface BindCheckingState extends Common {
  readonly at: "bind.checking";
  readonly task: TaskId;
  readonly challenge: ChallengeData;
}
export interface LockedState extends Common {
  readonly at: "locked";
  readonly lockedUntil: Time;
}
export interface ClosedState extends Common {
  readonly at: "closed";
}
export interface ExpiredState extends Common {
  readonly at: "expired";
}
export interface DoneState extends Common {
  readonly at: "done";
  readonly session: Session;
  readonly redirectTo?: string;
}

/** The whole login. Each state carries exactly its own data (law 1). */
export type State =
  | PasswordState
  | SubmittingState
  | ResumingState
  | ResumeFailedState
  | ChallengeState
  | VerifyingState
  | BindState
  | BindCheckingState
  | LockedState
  | ClosedState
  | ExpiredState
  | DoneState;

export type StateName = State["at"];

export const initialState = (identifier = ""): PasswordState => ({ at: "password", identifier, offset: 0 });

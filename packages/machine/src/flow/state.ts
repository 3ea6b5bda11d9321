import type { ChallengeFactor, Session, Time } from "@guard/contract";
import type { ChallengeData, Enrolment, Failure, SentDelivery, TaskId } from "./challenge-data.ts";

export * from "./challenge-data.ts";

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

/** The states of a login that waits for its second factor. */
interface InChallenge extends Common {
  readonly challenge: ChallengeData;
}

/** A call that may complete the login runs. */
interface Judging {
  readonly task: TaskId;
  /** Its Idempotency-Key: its own task, or that of a try whose verdict never arrived. */
  readonly key: TaskId;
}

interface SignedIn {
  readonly session: Session;
  readonly redirectTo?: string;
}

/** Where the recovery code was asked for: beside the other methods, or as the only way into a closed account (R11b). */
export type RecoveryFrom = "challenge" | "closed";

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
export interface ChallengeState extends InChallenge {
  readonly at: "challenge";
}
export interface VerifyingState extends InChallenge, Judging {
  readonly at: "challenge.verifying";
}
export interface BindState extends InChallenge {
  readonly at: "bind";
}
export interface BindCheckingState extends InChallenge {
  readonly at: "bind.checking";
  readonly task: TaskId;
}
export interface EnrolLoadingState extends InChallenge {
  readonly at: "enrol.loading";
  readonly task: TaskId;
}
export interface EnrolFailedState extends InChallenge {
  readonly at: "enrol.failed";
  readonly failure: Failure;
}
/** Its failure is the enrolment's own: another one starts clean. */
export interface EnrolState extends InChallenge {
  readonly at: "enrol";
  readonly enrolment: Enrolment;
  readonly failure?: Failure;
}
export interface EnrolConfirmingState extends InChallenge, Judging {
  readonly at: "enrol.confirming";
  readonly enrolment: Enrolment;
}
export interface FaceState extends InChallenge {
  readonly at: "face";
}
export interface FaceVerifyingState extends InChallenge, Judging {
  readonly at: "face.verifying";
}
export interface RecoveryState extends InChallenge {
  readonly at: "recovery";
  readonly from: RecoveryFrom;
}
export interface RecoveryVerifyingState extends InChallenge, Judging {
  readonly at: "recovery.verifying";
  readonly from: RecoveryFrom;
}
export interface RecoveryCodeState extends Common, SignedIn {
  readonly at: "recoveryCode";
  /** Shown once; nothing but its acknowledgement hands the session out (R14). */
  readonly recoveryCode: string;
}
export interface CodeRequestState extends Common {
  readonly at: "codeSignIn.request";
  readonly failure?: Failure;
}
export interface CodeRequestingState extends Common {
  readonly at: "codeSignIn.requesting";
  readonly task: TaskId;
}
export interface CodeVerifyState extends Common {
  readonly at: "codeSignIn.verify";
  readonly delivery: SentDelivery;
  readonly failure?: Failure;
}
export interface CodeVerifyingState extends Common, Judging {
  readonly at: "codeSignIn.verifying";
  readonly delivery: SentDelivery;
}
export interface LockedState extends Common {
  readonly at: "locked";
  readonly lockedUntil: Time;
}
export interface ClosedState extends Common {
  readonly at: "closed";
  /** The challenge that only the recovery code answers; absent where the way back leads through an administrator (R11b). */
  readonly challenge?: ChallengeData;
}
export interface ExpiredState extends Common {
  readonly at: "expired";
  /** A code to sign in with that takes no more tries (R2a); absent: a challenge older than 15 min. */
  readonly was?: "code";
}
export interface DoneState extends Common, SignedIn {
  readonly at: "done";
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
  | EnrolLoadingState
  | EnrolFailedState
  | EnrolState
  | EnrolConfirmingState
  | FaceState
  | FaceVerifyingState
  | RecoveryState
  | RecoveryVerifyingState
  | RecoveryCodeState
  | CodeRequestState
  | CodeRequestingState
  | CodeVerifyState
  | CodeVerifyingState
  | LockedState
  | ClosedState
  | ExpiredState
  | DoneState;

export type StateName = State["at"];

export const initialState = (identifier = ""): PasswordState => ({ at: "password", identifier, offset: 0 });

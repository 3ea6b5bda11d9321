import type { SentFactor, Time } from "@guard/contract";
import type { Enrolment, Factors, Failure, SentDelivery, TaskId } from "../flow/challenge-data.ts";
import type { Account } from "./account.ts";

/** An address that a code went to, while it is being bound. */
export interface Binding {
  readonly factor: SentFactor;
  /** As typed, for "Change address" and for another code. */
  readonly target: string;
  readonly delivery: SentDelivery;
}

/** What was asked for, as data: a change that needs a fresh proof is carried out after it (R18). A code that was typed is none of it: it rests nowhere. */
export type Intent =
  | { readonly is: "address"; readonly factor: SentFactor }
  | { readonly is: "send"; readonly factor: SentFactor; readonly target: string }
  | { readonly is: "code"; readonly binding: Binding }
  | { readonly is: "enrol" }
  | { readonly is: "face" }
  | { readonly is: "unbind"; readonly id: string }
  | { readonly is: "renew" }
  | { readonly is: "revoke"; readonly id: string };

/** What a person has just done, for the list to say. */
export type Done = "emailAdded" | "phoneAdded" | "totpAdded" | "faceAdded" | "removed" | "codeMade" | "codeRenewed" | "deviceRevoked";

interface Common {
  /** Server clock minus client clock, ms. Every deadline is compared through it. */
  readonly offset: number;
}

interface WithAccount extends Common {
  readonly account: Account;
}

interface Running {
  readonly task: TaskId;
}

/** A call that changes something runs. */
interface Changing extends WithAccount, Running {
  /** Its Idempotency-Key: its own task, or that of a try whose answer never arrived (R12a). */
  readonly key: TaskId;
}

interface Proving extends WithAccount {
  readonly intent: Intent;
}

/** Nothing was read yet: the first subscriber starts it. */
export interface UnreadState extends Common {
  readonly at: "unread";
}
export interface LoadingState extends Common, Running {
  readonly at: "loading";
  readonly done?: Done;
  readonly failure?: Failure;
}
export interface FailedState extends Common {
  readonly at: "failed";
  readonly failure: Failure;
  readonly done?: Done;
}
export interface OverviewState extends WithAccount {
  readonly at: "overview";
  readonly done?: Done;
  readonly failure?: Failure;
}
export interface StepUpState extends Proving {
  readonly at: "stepUp";
  readonly proof: Factors;
}
export interface StepUpVerifyingState extends Proving, Changing {
  readonly at: "stepUp.verifying";
  readonly proof: Factors;
}
export interface StepUpPasswordState extends Proving {
  readonly at: "stepUp.password";
  readonly failure?: Failure;
}
export interface StepUpCheckingState extends Proving, Changing {
  readonly at: "stepUp.checking";
}
export interface AddressState extends WithAccount {
  readonly at: "bindTarget";
  readonly factor: SentFactor;
  readonly typed?: string;
  readonly failure?: Failure;
}
export interface SendingState extends Changing {
  readonly at: "bindTarget.sending";
  readonly factor: SentFactor;
  readonly typed: string;
}
export interface CodeState extends WithAccount {
  readonly at: "bindConfirm";
  readonly binding: Binding;
  readonly failure?: Failure;
}
export interface ConfirmingState extends Changing {
  readonly at: "bindConfirm.confirming";
  readonly binding: Binding;
}
export interface EnrolLoadingState extends WithAccount, Running {
  readonly at: "enrol.loading";
}
export interface EnrolFailedState extends WithAccount {
  readonly at: "enrol.failed";
  readonly failure: Failure;
}
/** The one state that holds the secret (law 7). */
export interface EnrolState extends WithAccount {
  readonly at: "enrol";
  readonly enrolment: Enrolment;
  readonly failure?: Failure;
}
export interface EnrolConfirmingState extends Changing {
  readonly at: "enrol.confirming";
  readonly enrolment: Enrolment;
}
export interface FaceState extends WithAccount {
  readonly at: "face";
  readonly failure?: Failure;
}
export interface FaceBindingState extends Changing {
  readonly at: "face.binding";
}
/** The one state that holds the code (law 7); nothing but its acknowledgement leaves it (R14). */
export interface RecoveryCodeState extends Common {
  readonly at: "recoveryCode";
  readonly recoveryCode: string;
  readonly done: Done;
}
export interface UnbindState extends WithAccount {
  readonly at: "unbind.confirm";
  readonly id: string;
  readonly failure?: Failure;
}
export interface UnbindingState extends Changing {
  readonly at: "unbinding";
  readonly id: string;
}
export interface RenewState extends WithAccount {
  readonly at: "renew.confirm";
  readonly failure?: Failure;
}
export interface RenewingState extends Changing {
  readonly at: "renewing";
}
export interface RevokingState extends Changing {
  readonly at: "device.revoking";
  readonly id: string;
}
export interface LockedState extends Common {
  readonly at: "locked";
  readonly lockedUntil: Time;
}
export interface ClosedState extends Common {
  readonly at: "closed";
}
export interface SignedOutState extends Common {
  readonly at: "signedOut";
}

/** The whole personal centre. Each state carries exactly its own data (law 1), and none the session's token. */
export type CenterState =
  | UnreadState
  | LoadingState
  | FailedState
  | OverviewState
  | StepUpState
  | StepUpVerifyingState
  | StepUpPasswordState
  | StepUpCheckingState
  | AddressState
  | SendingState
  | CodeState
  | ConfirmingState
  | EnrolLoadingState
  | EnrolFailedState
  | EnrolState
  | EnrolConfirmingState
  | FaceState
  | FaceBindingState
  | RecoveryCodeState
  | UnbindState
  | UnbindingState
  | RenewState
  | RenewingState
  | RevokingState
  | LockedState
  | ClosedState
  | SignedOutState;

export type CenterStateName = CenterState["at"];

export const initialCenter: UnreadState = { at: "unread", offset: 0 };

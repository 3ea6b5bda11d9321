import type { ChallengeFactor, GuardError, SentFactor } from "@guard/contract";
import type { Policy } from "../policy/effective-policy.ts";
import type { Handover } from "../ports.ts";
import type { Binding } from "../store/schema.ts";
import type { Tx } from "../store/transaction.ts";
import type { Counted } from "../tries/counted.ts";

/** Why a code was sent. A code for one purpose is worth nothing for another (S-11). */
export type Purpose = "login" | "bind" | "account-bind" | "step-up" | "sign-in";

/** What a code belongs to: not to a challenge (R9a). */
export interface Slot {
  readonly accountId: string;
  readonly target: string;
  readonly purpose: Purpose;
  readonly app: string;
}

/** What somebody gave to be judged. */
export type Given =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "recovery"; readonly code: string }
  | { readonly kind: "image"; readonly image: Uint8Array };

/** Whose factor is judged, and what for. */
export interface Subject {
  readonly accountId: string;
  readonly app: string;
  readonly purpose: Purpose;
  /** Null for a factor without an address. */
  readonly target: string | null;
  /** The row that binds it; none for a login address and for what is only being bound. */
  readonly binding: Binding | undefined;
}

export type Attempt<Kind extends Given["kind"]> = Subject & Extract<Given, { readonly kind: Kind }>;

/** Right or wrong; or nothing was compared, and the try is taken back. */
export type Verdict = boolean | { readonly unjudged: GuardError };

/** Says whether the attempt is right and, if so, uses the code up: SQL only, one conditional statement. A recovery code is used up when the login is done. */
export type Judge = (tx: Tx, now: number) => Promise<Verdict>;

/** What goes out to a person. */
export interface CodeMessage {
  readonly to: string;
  readonly code: string;
  readonly purpose: Purpose;
  readonly app: string;
  /** The application's name as people know it. */
  readonly application: string;
  readonly validMinutes: number;
  /** The host of the page that holds the login, for a browser that fills codes in (WebOTP). */
  readonly webOtpHost?: string;
}

/** How codes of a factor reach a person; absent for a factor that needs no sending. */
export interface Delivery {
  /** What carries it: each has limits of its own. */
  readonly channel: SentFactor;
  /** The canonical target, or nothing when the syntax is wrong. */
  parseTarget(typed: string): string | undefined;
  /** With a fixed number of dots (R9b). */
  mask(target: string): string;
  /** Whether the policy lets codes go there (S-33). Absent: they go everywhere. */
  reaches?(target: string, policy: Policy): boolean;
  send(message: CodeMessage): Promise<Handover>;
}

interface Judging<Kind extends Given["kind"]> {
  readonly takes: Kind;
  /** Does the part of judging that is not SQL, outside any transaction. `counted` comes from the room `tries` and from nowhere else. */
  prepare(attempt: Attempt<Kind>, counted: Counted): Promise<Judge>;
}

/** A factor that this server can run. A new factor is one of these and a line in the registry; it can't be asked without being counted. */
export type FactorRunner = {
  readonly factor: ChallengeFactor;
  readonly delivery?: Delivery;
} & (Judging<"code"> | Judging<"recovery"> | Judging<"image">);

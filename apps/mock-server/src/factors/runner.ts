import type { Factor } from "@guard/contract";
import type { Handover } from "../ports.ts";
import type { Tx } from "../store/transaction.ts";

/** Why a code was sent. A code for one purpose is worth nothing for another (S-11). */
export type Purpose = "login" | "bind";

/** What a code belongs to: not to a challenge (R9a). */
export interface Slot {
  readonly accountId: string;
  readonly target: string;
  readonly purpose: Purpose;
  readonly app: string;
}

/** A code somebody typed, counted already (S-02), for a bound target or for one to bind. */
export interface Attempt {
  readonly accountId: string;
  readonly app: string;
  readonly purpose: Purpose;
  /** Null for a factor without an address. */
  readonly target: string | null;
  readonly code: string;
}

/** Says whether the attempt is right and, if so, uses the code up: SQL only, one conditional statement. */
export type Judge = (tx: Tx, now: number) => Promise<boolean>;

/** What goes out to a person. */
export interface CodeMessage {
  readonly to: string;
  readonly code: string;
  readonly purpose: Purpose;
  readonly app: string;
  /** The application's name as people know it. */
  readonly application: string;
  readonly validMinutes: number;
}

/** How codes of a factor reach a person; absent for a factor that needs no sending. */
export interface Delivery {
  /** The canonical target, or nothing when the syntax is wrong. */
  parseTarget(typed: string): string | undefined;
  /** With a fixed number of dots (R9b). */
  mask(target: string): string;
  send(message: CodeMessage): Promise<Handover>;
}

/** A factor that this server can run. A new factor is one of these and a line in the registry; it can't be asked without being counted. */
export interface FactorRunner {
  readonly factor: Factor;
  readonly delivery?: Delivery;
  /** Does the part of judging that is not SQL, outside any transaction. */
  prepare(attempt: Attempt): Promise<Judge>;
}

import type { GuardAdapter } from "../adapter.ts";

/** What the part for SMS needs. */
export interface SmsHarness {
  /** An application that asks these users for a code by SMS, and lets who has bound nothing bind a phone. */
  readonly app: string;
  /** Somebody whose phone is bound; the number in E.164. */
  readonly phoneBound: { readonly identifier: string; readonly phone: string };
  /** A number in E.164 that nobody has and that can be bound. */
  readonly freePhone: string;
}

/** A fresh backend and the adapter under test in front of it. Two harnesses share no state. */
export interface Harness {
  readonly adapter: GuardAdapter;
  /** An application that asks for an e-mail code, with no other factor that is bound to these users. */
  readonly app: string;
  /** The password of all users. */
  readonly password: string;
  readonly users: {
    /** Somebody whose e-mail address is bound. */
    readonly emailBound: { readonly identifier: string; readonly address: string };
    /** Somebody who has bound nothing yet. */
    readonly nothingBound: { readonly identifier: string };
  };
  /** Needed as soon as the adapter's capabilities promise SMS. */
  readonly sms?: SmsHarness;
  /** An application that lets the user with the bound address sign in by a code to it; needed as soon as the capabilities promise that (R2a). */
  readonly signInCodeApp?: string;
  /** The newest code that was sent to an address or to a phone in E.164; rejects when there is none. */
  readCode(address: string): Promise<string>;
  /** How many messages were sent to an address or a phone so far. */
  sentCount(address: string): Promise<number>;
  /** Moves the backend's clock forward, in milliseconds. */
  advance(ms: number): Promise<void>;
  /** Lets go of what `make` took: ports, files, processes. */
  dispose?(): Promise<void>;
}

/** Called once for each test. */
export type MakeHarness = () => Promise<Harness>;

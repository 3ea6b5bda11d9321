import type { GuardAdapter } from "../adapter.ts";

/** A fresh backend and the adapter under test in front of it. Two harnesses share no state. */
export interface Harness {
  readonly adapter: GuardAdapter;
  /** An application that asks for an e-mail code, with no other factor that is bound to these users. */
  readonly app: string;
  /** The password of both users. */
  readonly password: string;
  readonly users: {
    /** Somebody whose e-mail address is bound. */
    readonly emailBound: { readonly identifier: string; readonly address: string };
    /** Somebody who has bound nothing yet. */
    readonly nothingBound: { readonly identifier: string };
  };
  /** What the part about trusted devices needs: an application that offers to trust the device of the user with the bound address. Left out, it is skipped; leave it out where a browser holds the tokens. */
  readonly trust?: { readonly app: string };
  /** Only where a browser holds the tokens, in a cookie: the adapter in another browser, which holds what this one holds now. */
  secondBrowser?(): GuardAdapter;
  /** What the parts about authenticator apps and recovery codes need. Left out, they are skipped. */
  readonly totp?: TotpHarness;
  /** The newest code that was sent to an address; rejects when there is none. */
  readCode(address: string): Promise<string>;
  /** How many messages were sent to an address so far. */
  sentCount(address: string): Promise<number>;
  /** Moves the backend's clock forward, in milliseconds. */
  advance(ms: number): Promise<void>;
  /** Lets go of what `make` took: ports, files, processes. */
  dispose?(): Promise<void>;
}

export interface TotpHarness {
  /** An application that asks for an authenticator app and nothing else. */
  readonly app: string;
  /** Somebody whose authenticator app is bound there, with a recovery code. The password is the same. */
  readonly bound: { readonly identifier: string; readonly recoveryCode: string };
  /** What the bound authenticator app shows now. */
  readCode(): Promise<string>;
  /** What an app shows now that was handed this secret (base 32). */
  show(secret: string): Promise<string>;
}

/** Called once for each test. */
export type MakeHarness = () => Promise<Harness>;

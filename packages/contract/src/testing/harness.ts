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
  /** What the part about trusted devices needs: an application that offers to trust the device of the user with the bound address. Left out, the part is not registered; leave it out where a browser holds the tokens. */
  readonly trust?: { readonly app: string };
  /** Only where a browser holds the tokens, in a cookie: the adapter in another browser, which holds what this one holds now. */
  secondBrowser?(): GuardAdapter;
  /** What the parts about authenticator apps and recovery codes need. Left out, they are not registered. */
  readonly totp?: TotpHarness;
  /** Needed as soon as the adapter's capabilities promise SMS. */
  readonly sms?: SmsHarness;
  /** An application that lets the user with the bound address sign in by a code to it; needed as soon as the capabilities promise that (R2a). */
  readonly signInCodeApp?: string;
  /** The newest code that was sent to an address or to a phone in E.164; rejects when there is none. */
  readCode(address: string): Promise<string>;
  /** How many codes were sent to an address or a phone so far; notices to the account's owner don't count. */
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

/** Called once before the tests and once for each. */
export type MakeHarness = () => Promise<Harness>;

/** A backend that tells faces apart, with an application that asks for a face and lets one be bound during a login. */
export interface FaceHarness extends Harness {
  readonly photos: {
    /** It asks for a face first; its user `nothingBound` has nothing bound there either. */
    readonly app: string;
    /** Another picture of one and the same person, each time. */
    person(): Uint8Array;
    /** Another picture of somebody else, each time. */
    stranger(): Uint8Array;
    /** A picture that shows no face. */
    nobody(): Uint8Array;
  };
}

/** Called once before the tests and once for each. */
export type MakeFaceHarness = () => Promise<FaceHarness>;

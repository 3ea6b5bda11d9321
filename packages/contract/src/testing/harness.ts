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
  /** The newest code that was sent to an address; rejects when there is none. */
  readCode(address: string): Promise<string>;
  /** How many messages were sent to an address so far. */
  sentCount(address: string): Promise<number>;
  /** Moves the backend's clock forward, in milliseconds. */
  advance(ms: number): Promise<void>;
  /** Lets go of what `make` took: ports, files, processes. */
  dispose?(): Promise<void>;
}

/** Called once for each test. */
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

/** Called once for each test. */
export type MakeFaceHarness = () => Promise<FaceHarness>;

import type { Capabilities } from "../adapter.ts";
import type { Harness } from "./harness.ts";

/** What of the suite an adapter and its harness have. What they lack is not registered at all, so that a run has no test that was left out. */
export interface Scope extends Capabilities {
  /** The harness has an authenticator app. */
  readonly totp: boolean;
  /** The harness has an application that offers to trust a device. */
  readonly trust: boolean;
}

/** Looks at one backend, once, before any test. */
export async function lookAt(make: () => Promise<Harness>): Promise<Scope> {
  const harness = await make();
  const scope = { ...harness.adapter.capabilities, totp: harness.totp !== undefined, trust: harness.trust !== undefined };
  await harness.dispose?.();
  return scope;
}

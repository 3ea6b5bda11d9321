import { Token } from "@guard/contract";
import * as v from "valibot";
import type { Answer } from "../flow/index.ts";

/** Where a host that keeps tokens itself keeps the one that makes this device trusted (R24). In cookie mode the browser does. */
export interface DeviceTokenStore {
  readonly get: () => string | undefined | Promise<string | undefined>;
  readonly set: (token: string) => void | Promise<void>;
}

type OnFault = ((fault: unknown) => void) | undefined;

/** What makes this device known, if the host has it. A store that fails costs a second factor and never the login. */
export async function knownDevice(store: DeviceTokenStore, onFault: OnFault): Promise<string | undefined> {
  try {
    const token = await store.get();
    return v.is(Token, token) ? token : undefined;
  } catch (fault) {
    onFault?.(fault);
    return undefined;
  }
}

/** Hands the host what makes this device trusted, beside the login and not before it. */
export async function keepDevice(store: DeviceTokenStore | undefined, { result }: Answer, onFault: OnFault): Promise<void> {
  const token = result.ok && "deviceToken" in result.value ? result.value.deviceToken : undefined;
  if (token === undefined) return;
  try {
    await store?.set(token);
  } catch (fault) {
    onFault?.(fault);
  }
}

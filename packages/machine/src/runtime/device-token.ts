import type { Answer } from "../flow/index.ts";

/** Where a host that keeps tokens itself keeps the one that makes this device trusted (R24). In cookie mode the browser does. */
export interface DeviceTokenStore {
  readonly get: () => string | undefined | Promise<string | undefined>;
  readonly set: (token: string) => void | Promise<void>;
}

interface Keeper {
  readonly deviceToken?: DeviceTokenStore;
  readonly onFault?: (fault: unknown) => void;
}

/** What makes this device known, if the host has it. A store that fails costs a second factor and never the login. */
export async function knownDevice({ deviceToken, onFault }: Keeper): Promise<string | undefined> {
  try {
    const token: unknown = await deviceToken?.get();
    return typeof token === "string" && token !== "" ? token : undefined;
  } catch (fault) {
    onFault?.(fault);
    return undefined;
  }
}

/** Hands the host what makes this device trusted, beside the login and not before it. */
export async function keepDevice({ deviceToken, onFault }: Keeper, { result }: Answer): Promise<void> {
  const token = result.ok && "deviceToken" in result.value ? result.value.deviceToken : undefined;
  if (token === undefined) return;
  try {
    await deviceToken?.set(token);
  } catch (fault) {
    onFault?.(fault);
  }
}

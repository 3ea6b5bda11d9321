import { createGuard, forgetful, sessionPersistence, type Guard } from "@guard/machine";
import { useLayoutEffect, useState } from "react";
import type { LoginProps } from "../guard-props.ts";

/** The tab's storage, or nothing where the browser forbids it (privacy settings throw on access). */
function storageOf(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}

export const reportFault = (fault: unknown): void => globalThis.console.error("[guard]", fault);

/** The login of one place: the application, and which of the page's Guards. */
interface Held {
  readonly app: string;
  readonly id: string;
  readonly guard: Guard;
  /** Hands in the props of the newest render. */
  readonly update: (props: LoginProps) => void;
}

/** Makes a login that reads its adapter at each call, so that a host may hand in a new object at every render. */
function hold(props: LoginProps, create: typeof createGuard): Held {
  const { app, id = "guard", persist = "session", initialValues } = props;
  const storage = persist === "session" ? storageOf() : undefined;
  let latest = props;
  const guard = create({
    login: () => {
      const { adapter, redirectUri, factorOrder, deviceToken, onFault = reportFault } = latest;
      return { adapter, app, onFault, ...(redirectUri === undefined ? {} : { redirectUri }), ...(factorOrder ? { factorOrder } : {}), ...(deviceToken ? { deviceToken } : {}) };
    },
    ...(initialValues?.identifier === undefined ? {} : { identifier: initialValues.identifier }),
    persistence: storage ? sessionPersistence(storage, app, id) : forgetful,
  });
  return { app, id, guard, update: (newest) => void (latest = newest) };
}

/** The running login of one place. It outlives renders, StrictMode and new adapter objects; another place starts another login. */
export function useGuardRuntime(props: LoginProps, create: typeof createGuard): Guard {
  const { app, id = "guard" } = props;
  const [held, setHeld] = useState(() => hold(props, create));
  const current = held.app === app && held.id === id ? held : hold(props, create);
  if (current !== held) setHeld(current);
  useLayoutEffect(() => current.update(props));
  return current.guard;
}

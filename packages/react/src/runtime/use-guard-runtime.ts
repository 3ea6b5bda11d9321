import { createGuard, forgetful, sessionPersistence, type Guard } from "@guard/machine";
import { useLayoutEffect, useRef, useState } from "react";
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

/** The running login of one place (`app`, `id`). It outlives renders, StrictMode and new adapter objects; another place starts another login. */
export function useGuardRuntime(props: LoginProps): Guard {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const { app, id = "guard", persist = "session" } = props;

  const make = (): { readonly place: string; readonly guard: Guard } => {
    const storage = persist === "session" ? storageOf() : undefined;
    const guard = createGuard({
      login: () => {
        const { adapter, redirectUri, factorOrder, onFault = reportFault } = latest.current;
        return { adapter, app, onFault, ...(redirectUri === undefined ? {} : { redirectUri }), ...(factorOrder ? { factorOrder } : {}) };
      },
      ...(props.initialValues?.identifier === undefined ? {} : { identifier: props.initialValues.identifier }),
      persistence: storage ? sessionPersistence(storage, app, id) : forgetful,
    });
    return { place: `${app}/${id}`, guard };
  };

  const [held, setHeld] = useState(make);
  if (held.place === `${app}/${id}`) return held.guard;
  const fresh = make();
  setHeld(fresh);
  return fresh.guard;
}

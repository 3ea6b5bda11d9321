import type { ReactNode } from "react";
import { GuardProvider } from "./guard-provider.tsx";
import type { GuardProps } from "./guard-props.ts";
import { GuardShell } from "./guard-shell.tsx";
import type { NoExtras, SlotExtras } from "./slots.ts";

/**
 * Logs a person in with a password and a second factor, against any backend.
 *
 * @example
 * <Guard adapter={createHttpAdapter({ baseUrl: "https://login.example.com" })} app="demo" onSuccess={(session) => verify(session)} />
 */
export function Guard<Extras extends SlotExtras = NoExtras>(props: GuardProps<Extras>): ReactNode;
export function Guard(props: GuardProps): ReactNode {
  return (
    <GuardProvider {...props}>
      <GuardShell {...props} />
    </GuardProvider>
  );
}

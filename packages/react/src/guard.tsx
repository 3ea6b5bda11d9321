import type { ReactNode } from "react";
import { GuardProvider } from "./guard-provider.tsx";
import type { GuardProps } from "./guard-props.ts";
import { GuardShell } from "./guard-shell.tsx";

/**
 * Logs a person in with a password and a second factor, against any backend.
 *
 * @example
 * <Guard adapter={createHttpAdapter({ baseUrl: "https://login.example.com" })} app="demo" onSuccess={(session) => verify(session)} />
 */
export function Guard(props: GuardProps): ReactNode {
  return (
    <GuardProvider {...props}>
      <GuardShell {...props} />
    </GuardProvider>
  );
}

import type { Inspection } from "@guard/machine/inspector";
import type { ReactNode } from "react";
import type { GuardProps } from "../guard-props.ts";
import { GuardStage, useLogin } from "../guard-provider.tsx";
import { GuardShell } from "../guard-shell.tsx";

export interface InspectedGuardProps extends GuardProps {
  /** Looks at this login; made once by `createInspection()`. */
  readonly inspection: Inspection;
}

/** `<Guard>` for developers: the same login, which an `<Inspector>` shows, leads anywhere and moves through time. */
export function InspectedGuard({ inspection, ...props }: InspectedGuardProps): ReactNode {
  const { onSuccess } = props;
  const guard = useLogin(
    {
      ...props,
      onSuccess(session, more) {
        // Who jumped to the end has no session to hand out.
        if (!inspection.getSnapshot()?.pretended) onSuccess?.(session, more);
      },
    },
    inspection.createGuard,
  );
  return (
    <GuardStage guard={guard}>
      <GuardShell {...props} />
    </GuardStage>
  );
}

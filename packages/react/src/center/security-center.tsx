import type { ReactNode } from "react";
import { RunningContext } from "../running.ts";
import type { NoExtras, SlotExtras } from "../slots.ts";
import type { SecurityCenterProps } from "./center-props.ts";
import { CenterShell } from "./center-shell.tsx";
import { CenterContext } from "./use-center.ts";
import { useAskingCenter } from "./use-asking-center.ts";
import { useCenterOutcomes } from "./use-center-outcomes.ts";
import { useCenterRuntime } from "./use-center-runtime.ts";

/**
 * The personal centre of who is signed in: what they confirm with, the recovery code, the devices they trust.
 *
 * @example
 * <SecurityCenter adapter={adapter} session={session} onSignedOut={() => location.assign("/login")} />
 */
export function SecurityCenter<Extras extends SlotExtras = NoExtras>(props: SecurityCenterProps<Extras>): ReactNode;
export function SecurityCenter(props: SecurityCenterProps): ReactNode {
  const center = useCenterRuntime(props);
  useCenterOutcomes(center, props);
  const asking = useAskingCenter(center, props);
  return (
    <RunningContext value={center}>
      <CenterContext value={asking}>
        <CenterShell {...props} />
      </CenterContext>
    </RunningContext>
  );
}

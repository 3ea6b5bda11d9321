import type { Inspection } from "@guard/machine/inspector";
import { useSyncExternalStore, type ReactNode } from "react";
import { ClockButtons } from "./clock-buttons.tsx";
import { EventLog } from "./event-log.tsx";
import { JumpForm } from "./jump-form.tsx";

export interface InspectorProps {
  readonly inspection: Inspection;
  /** Moves your server's clock by as much, where it is one that can be moved. */
  readonly onAdvance?: (ms: number) => void;
}

/** The live state of an `<InspectedGuard>`, its events without secrets, a jump to any state, and its clock. Plain elements: dress them as your page does. */
export function Inspector({ inspection, onAdvance }: InspectorProps): ReactNode {
  const snapshot = useSyncExternalStore(inspection.subscribe, inspection.getSnapshot, () => undefined);
  const advance = (ms: number): void => {
    onAdvance?.(ms);
    inspection.advance(ms);
  };
  return (
    <section aria-label="State inspector" data-guard-inspector="">
      <h2>State inspector</h2>
      <p>
        State: <code>{snapshot?.at ?? "no login yet"}</code>
        {snapshot?.pretended && " (jumped to: no server knows of it)"}
      </p>
      <details>
        <summary>Its data</summary>
        <pre>{JSON.stringify(snapshot?.state, null, 2)}</pre>
      </details>
      <JumpForm onJump={inspection.jump} />
      <ClockButtons onAdvance={advance} />
      <EventLog turns={snapshot?.turns ?? []} />
    </section>
  );
}

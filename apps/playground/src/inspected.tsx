import { createInspection, InspectedGuard, Inspector } from "@guard/react/inspector";
import type { GuardProps } from "@guard/react";
import { useState, type ReactNode } from "react";
import { createPortal } from "react-dom";

interface InspectedProps {
  readonly login: GuardProps;
  readonly advance: (ms: number) => Promise<unknown>;
  /** Where the inspector stands; the login stands where this is rendered. */
  readonly place: Element | null;
}

/** The same login, looked into. A chunk of its own, so that no login loads it. */
export function Inspected({ login, advance, place }: InspectedProps): ReactNode {
  const [inspection] = useState(createInspection);
  return (
    <>
      <InspectedGuard inspection={inspection} {...login} />
      {place && createPortal(<Inspector inspection={inspection} onAdvance={(ms) => void advance(ms)} />, place)}
    </>
  );
}

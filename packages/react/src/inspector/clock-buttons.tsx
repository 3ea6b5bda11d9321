import type { ReactNode } from "react";

const steps = [
  { says: "+10 s", ms: 10_000 },
  { says: "+1 min", ms: 60_000 },
  { says: "+10 min", ms: 600_000 },
  { says: "+1 h", ms: 3_600_000 },
] as const;

/** Waits, so that nobody has to. */
export function ClockButtons({ onAdvance }: { readonly onAdvance: (ms: number) => void }): ReactNode {
  return (
    <p role="group" aria-label="Move the clock">
      Clock:{" "}
      {steps.map(({ says, ms }) => (
        <button key={says} type="button" onClick={() => onAdvance(ms)}>
          {says}
        </button>
      ))}
    </p>
  );
}

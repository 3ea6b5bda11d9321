import { fixtures, variants } from "@guard/machine/testing";
import type { Situation } from "@guard/machine/inspector";
import { useId, useRef, type ReactNode } from "react";

const groups: readonly (readonly [label: string, situations: readonly Situation[]])[] = [
  ["States", Object.keys(fixtures) as Situation[]],
  ["In other situations", Object.keys(variants) as Situation[]],
];

/** A list and a button: an arrow key in the list alone should lead nowhere. */
export function JumpForm({ onJump }: { readonly onJump: (situation: Situation) => void }): ReactNode {
  const id = useId();
  const chosen = useRef<HTMLSelectElement>(null);
  return (
    <p>
      <label htmlFor={id}>Jump to</label>{" "}
      <select id={id} ref={chosen}>
        {groups.map(([label, situations]) => (
          <optgroup key={label} label={label}>
            {situations.map((situation) => (
              <option key={situation}>{situation}</option>
            ))}
          </optgroup>
        ))}
      </select>{" "}
      <button type="button" onClick={() => chosen.current && onJump(chosen.current.value as Situation)}>
        Jump
      </button>
    </p>
  );
}

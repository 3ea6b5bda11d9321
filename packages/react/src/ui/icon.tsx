import type { ReactNode } from "react";
import type { IconName } from "../slots.ts";
import { usePart } from "../view-context.ts";
import { Slot } from "./slot.tsx";

interface DrawnProps {
  readonly name: IconName;
  /** The path, in a square of 16. */
  readonly d: string;
  readonly mirror?: boolean;
  /** For a line that is drawn as it appears. */
  readonly pathLength?: number;
}

/** A drawn sign; its words always stand beside it (1.4.1). The size is for a page without our stylesheet. */
export function Drawn({ name, mirror = false, ...path }: DrawnProps): ReactNode {
  const part = usePart();
  const given = { "aria-hidden": true, ...(mirror ? ({ "data-mirror": "" } as const) : {}), ...part("icon") } as const;
  return (
    <Slot name="Icon" given={{ name, ...given }}>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" {...given}>
        <path {...path} />
      </svg>
    </Slot>
  );
}

const shapes = {
  alert: "M8 5v3.5M8 11h.01M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z",
  back: "M12.5 8h-9m3.5-3.5L3.5 8 7 11.5",
  eye: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  eyeOff: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM3 13 13 3",
} as const satisfies { readonly [N in IconName]?: string };

/** One of the signs that the first form may need. */
export function Icon({ name }: { readonly name: keyof typeof shapes }): ReactNode {
  return <Drawn name={name} d={shapes[name]} mirror={name === "back"} />;
}

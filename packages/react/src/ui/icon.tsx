import type { ReactNode } from "react";
import type { IconName } from "../slots.ts";
import { usePart } from "../view-context.ts";
import { Slot } from "./slot.tsx";

interface DrawnProps {
  readonly name: IconName;
  /** The path, in a square of 16. */
  readonly d: string;
  readonly mirror?: boolean;
}

/** A drawn sign; its words always stand beside it (1.4.1). The size is for a page without our stylesheet. */
export function Drawn({ name, d, mirror = false }: DrawnProps): ReactNode {
  const part = usePart();
  const given = { "aria-hidden": true, ...(mirror ? ({ "data-mirror": "" } as const) : {}), ...part("icon") } as const;
  return (
    <Slot name="Icon" given={{ name, ...given }}>
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" {...given}>
        <path d={d} pathLength={name === "check" ? 1 : undefined} />
      </svg>
    </Slot>
  );
}

const shapes = {
  alert: "M8 5v3.5M8 11h.01M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z",
  lock: "M5 7V5a3 3 0 0 1 6 0v2M4.5 7h7c.83 0 1.5.67 1.5 1.5v3.75c0 .83-.67 1.5-1.5 1.5h-7c-.83 0-1.5-.67-1.5-1.5V8.5C3 7.67 3.67 7 4.5 7Z",
  clock: "M8 4.5V8l2.25 1.5M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z",
  check: "m3 8.5 3.25 3.25L13 4.75",
  back: "M12.5 8h-9m3.5-3.5L3.5 8 7 11.5",
  eye: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  eyeOff: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM3 13 13 3",
} as const satisfies { readonly [N in IconName]?: string };

/** One of the signs that the first form may need. */
export function Icon({ name }: { readonly name: keyof typeof shapes }): ReactNode {
  return <Drawn name={name} d={shapes[name]} mirror={name === "back"} />;
}

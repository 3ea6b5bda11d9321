import { CODE_LENGTH } from "@guard/machine";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { OwnInputProps } from "../runtime/code-props.ts";
import type { CodeField } from "../use-code-field.ts";
import { usePart, useView } from "../view-context.ts";

/** Digits need half their own width between them to stand in boxes; less means that a page overrides letter spacing (1.4.12, C13). */
const SPACED = 0.5;

function isSpaced(input: HTMLInputElement): boolean {
  const { letterSpacing, fontSize } = getComputedStyle(input);
  return Number.parseFloat(letterSpacing) >= SPACED * Number.parseFloat(fontSize);
}

/** `plain` when boxes can't hold the digits: no stylesheet, or a reader's own text spacing. */
function useLayout(wanted: "boxes" | "plain"): { readonly layout: "boxes" | "plain"; readonly code: (element: HTMLElement | null) => void } {
  const [layout, setLayout] = useState(wanted);
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const look = (): void => {
      const input = element.current?.querySelector("input");
      if (!input || wanted === "plain") return setLayout("plain");
      // Measured as boxes, since `plain` sets a spacing of its own.
      element.current?.setAttribute("data-layout", "boxes");
      const next = isSpaced(input) ? "boxes" : "plain";
      element.current?.setAttribute("data-layout", next);
      setLayout(next);
    };
    look();
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, [wanted]);
  return { layout, code: (found) => void (element.current = found) };
}

interface CodeInputProps extends OwnInputProps {
  readonly id: string;
  readonly field: CodeField;
  readonly invalid: boolean;
}

/** One real, visible input; the six boxes behind it are paint (ux.md 1.C). */
export function CodeInput({ field, invalid, ...input }: CodeInputProps): ReactNode {
  const { codeLayout } = useView();
  const part = usePart();
  const { layout, code } = useLayout(codeLayout);
  return (
    <div ref={code} data-layout={layout} data-length={Math.min(field.digits.length, CODE_LENGTH)} data-invalid={invalid ? "" : undefined} {...part("code")}>
      <div aria-hidden="true" {...part("codeBoxes")}>
        {Array.from({ length: CODE_LENGTH }, (_, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- six boxes that never move
          <i key={index} {...part("codeBox")} />
        ))}
      </div>
      <input {...field.getInputProps({ ...input, "aria-invalid": invalid, ...part("control") })} />
    </div>
  );
}

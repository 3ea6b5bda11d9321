import { useMemo, type ReactNode } from "react";
import { encode } from "uqr";
import { usePart, useView } from "../../view-context.ts";

/** Modules of white around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** The dark modules as one path: a run of a row is one line of it. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row, y) => [...row.map(Number).join("").matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join("")).join("");
}

/** Drawn here, so that the secret goes to nobody's picture service. */
export function QrCode({ text }: { readonly text: string }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const { size, data } = useMemo(() => encode(text, { border: QUIET_ZONE }), [text]);
  const path = useMemo(() => pathOf(data), [data]);
  return (
    <svg role="img" aria-label={say("enrol.qr")} viewBox={`0 0 ${size} ${size}`} width="192" height="192" shapeRendering="crispEdges" {...part("qr")}>
      <path d={path} fill="#000" />
    </svg>
  );
}

import type { Contrast } from "@guard/theme/studio";
import type { ReactNode } from "react";
import { HeadedTable } from "../../headed-table.tsx";

/** Down, never up: 4.496 must not read as the 4.5 that it misses. */
const shown = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

function verdict({ ratio, passes, least }: Contrast): string {
  if (ratio === undefined) return "known only where the page's own variables are";
  return passes ? `${shown(ratio)}:1` : `${shown(ratio)}:1, needs ${least}:1`;
}

/** Pairs with their ratios, what fails first. */
export function ContrastList({ contrasts }: { readonly contrasts: readonly Contrast[] }): ReactNode {
  const failing = (one: Contrast): number => (one.passes === false ? 0 : 1);
  return (
    <HeadedTable columns={["Pair", "Scheme", "Contrast"]} className="contrasts">
      {contrasts
        .toSorted((a, b) => failing(a) - failing(b))
        .map((one) => (
          <tr key={`${one.scheme} ${one.name}`} data-fails={one.passes === false}>
            <td>
              <span className="pair" style={{ color: one.colors?.[0], background: one.colors?.[1] }} aria-hidden="true" />{" "}
              {one.name}
            </td>
            <td>{one.scheme}</td>
            <td>{verdict(one)}</td>
          </tr>
        ))}
    </HeadedTable>
  );
}

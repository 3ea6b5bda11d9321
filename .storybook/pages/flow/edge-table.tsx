import type { StateName } from "@guard/machine";
import type { Chart } from "@guard/machine/testing";
import type { ReactNode } from "react";
import { storyHref } from "../book/story-link.tsx";
import { HeadedTable } from "../../headed-table.tsx";

interface EdgeTableProps {
  readonly chart: Chart<StateName>;
  readonly stories: ReadonlyMap<StateName, string>;
}

/** A name that may go on in another line behind its dot. */
function Breakable({ name }: { readonly name: string }): ReactNode {
  const [family, ...rest] = name.split(".");
  return (
    <>
      {family}
      {rest.length > 0 && "."}
      <wbr />
      {rest.join(".")}
    </>
  );
}

/** The whole machine in words: what each state means, and every way out of it. */
export function EdgeTable({ chart, stories }: EdgeTableProps): ReactNode {
  return (
    <HeadedTable columns={["State", "Means", "Leads to"]}>
      {(Object.keys(chart.meanings) as StateName[]).map((at) => (
        <tr key={at}>
          <th scope="row">
            <a href={storyHref(stories.get(at) ?? "")} target="_top">
              <Breakable name={at} />
            </a>
          </th>
          <td>{chart.meanings[at]}</td>
          <td>
            {chart.edges
              .filter(({ from }) => from === at)
              .map(({ to, on }) => (
                <div key={to}>
                  <code>{to}</code> on {on.join(", ")}
                </div>
              ))}
          </td>
        </tr>
      ))}
    </HeadedTable>
  );
}

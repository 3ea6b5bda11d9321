import type { ReactNode } from "react";

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A bar inside of a cell is written `\|`. */
const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

/** The tables of a document, each under the heading that it stands below. */
export function tablesOf(markdown: string): readonly Table[] {
  const blocks = markdown.split(/\n(?=#)/).flatMap((chapter) => {
    const title = /^#+ (.*)/.exec(chapter)?.[1] ?? "";
    return [...chapter.matchAll(/(?:^\|.*\n?)+/gm)].map(([block]) => ({ title, lines: block.trim().split("\n") }));
  });
  return blocks.map(({ title, lines: [head = "", , ...rows] }) => ({ title, head: cellsOf(head), rows: rows.map(cellsOf) }));
}

/** `code` and **strong** words, the only marks that our tables use. */
const inline = (text: string): ReactNode =>
  text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece, index) => {
    // oxlint-disable-next-line react/no-array-index-key -- the pieces of one cell have no other name
    if (piece.startsWith("`")) return <code key={index}>{piece.slice(1, -1)}</code>;
    // oxlint-disable-next-line react/no-array-index-key -- as above
    return piece.startsWith("**") ? <b key={index}>{piece.slice(2, -2)}</b> : piece;
  });

/** The tables of a document of this repository. */
export function MarkdownTables({ markdown }: { readonly markdown: string }): ReactNode {
  return tablesOf(markdown).map(({ title, head, rows }) => (
    <section key={title + head.join()}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, index) => (
                <td key={head[index]}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

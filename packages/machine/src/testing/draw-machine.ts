/** A machine as it is drawn. */
export interface Drawing<Name extends string> {
  readonly title: string;
  readonly first: Name;
  readonly last: Name;
  readonly meanings: { readonly [At in Name]: string };
}

/** A move, as far as a drawing shows it: from, to, and on what. */
export interface DrawnMove<Name extends string> {
  readonly from: Name;
  readonly to: Name;
  readonly on: string;
}

const mermaidName = (at: string): string => at.replaceAll(".", "_");

/** A graph and its tables, drawn from every move of a walk over the real function (law 11). */
export function drawMachine<Name extends string>({ title, first, last, meanings }: Drawing<Name>, moves: Iterable<DrawnMove<Name>>): string {
  const edges = new Map<string, { readonly from: Name; readonly to: Name; readonly events: Set<string> }>();
  for (const { from, to, on } of moves) {
    if (from === to) continue;
    const edge = edges.get(`${from}>${to}`) ?? { from, to, events: new Set<string>() };
    edge.events.add(on);
    edges.set(`${from}>${to}`, edge);
  }
  const sorted = [...edges]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, { from, to, events }]) => ({ from, to, events: [...events].toSorted().join(", ") }));
  return [
    "<!-- Drawn from packages/machine by `npm run flow`. Do not edit: a test compares it. -->",
    `# ${title}`,
    "",
    "```mermaid",
    "stateDiagram-v2",
    `  [*] --> ${mermaidName(first)}`,
    ...sorted.map(({ from, to, events }) => `  ${mermaidName(from)} --> ${mermaidName(to)}: ${events}`),
    `  ${mermaidName(last)} --> [*]`,
    "```",
    "",
    "| state | meaning |",
    "|---|---|",
    ...Object.entries(meanings).map(([at, meaning]) => `| \`${at}\` | ${String(meaning)} |`),
    "",
    "| from | to | on |",
    "|---|---|---|",
    ...sorted.map(({ from, to, events }) => `| \`${from}\` | \`${to}\` | ${events} |`),
    "",
  ].join("\n");
}

/** A machine as it is drawn: its states in words, and every way from one to another. */
export interface Chart<Name extends string> {
  readonly title: string;
  readonly first: Name;
  readonly last: Name;
  readonly meanings: { readonly [At in Name]: string };
  readonly edges: readonly ChartEdge<Name>[];
}

/** All ways from one state to another, in one line. */
export interface ChartEdge<Name extends string> {
  readonly from: Name;
  readonly to: Name;
  /** Events, and answers as `verify answered`. */
  readonly on: readonly string[];
}

/** A move, as far as a drawing shows it: from, to, and on what. */
export interface DrawnMove<Name extends string> {
  readonly from: Name;
  readonly to: Name;
  readonly on: string;
}

/** Every move of a walk over the real function as edges, sorted (law 11). */
export function edgesOf<Name extends string>(moves: Iterable<DrawnMove<Name>>): readonly ChartEdge<Name>[] {
  const edges = new Map<string, { readonly from: Name; readonly to: Name; readonly events: Set<string> }>();
  for (const { from, to, on } of moves) {
    if (from === to) continue;
    const edge = edges.get(`${from}>${to}`) ?? { from, to, events: new Set<string>() };
    edge.events.add(on);
    edges.set(`${from}>${to}`, edge);
  }
  return [...edges].toSorted(([a], [b]) => a.localeCompare(b)).map(([, { from, to, events }]) => ({ from, to, on: [...events].toSorted() }));
}

const mermaidName = (at: string): string => at.replaceAll(".", "_");

/** A chart as a page of Markdown: a graph and its tables. */
export function drawMachine<Name extends string>({ title, first, last, meanings, edges }: Chart<Name>): string {
  return [
    "<!-- Drawn from packages/machine by `npm run flow`. Do not edit: a test compares it. -->",
    `# ${title}`,
    "",
    "```mermaid",
    "stateDiagram-v2",
    `  [*] --> ${mermaidName(first)}`,
    ...edges.map(({ from, to, on }) => `  ${mermaidName(from)} --> ${mermaidName(to)}: ${on.join(", ")}`),
    `  ${mermaidName(last)} --> [*]`,
    "```",
    "",
    "| state | meaning |",
    "|---|---|",
    ...Object.entries(meanings).map(([at, meaning]) => `| \`${at}\` | ${String(meaning)} |`),
    "",
    "| from | to | on |",
    "|---|---|---|",
    ...edges.map(({ from, to, on }) => `| \`${from}\` | \`${to}\` | ${on.join(", ")} |`),
    "",
  ].join("\n");
}

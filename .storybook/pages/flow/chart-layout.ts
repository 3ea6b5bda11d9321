import { Graph, layout } from "@dagrejs/dagre";
import type { StateName } from "@guard/machine";
import type { Chart, ChartEdge } from "@guard/machine/testing";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedNode extends Point {
  readonly at: StateName;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge extends ChartEdge<StateName> {
  readonly points: readonly Point[];
  /** Drawn only while one of its ends is pointed at. */
  readonly aside: boolean;
}

export interface PlacedChart {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const HEIGHT = 36;
const CHARACTER = 7.3;

/** How many moves each state is away from the first one. */
function distances({ first, edges }: Chart<StateName>): ReadonlyMap<StateName, number> {
  const found = new Map<StateName, number>([[first, 0]]);
  for (const [at, distance] of found) {
    for (const { from, to } of edges) if (from === at && !found.has(to)) found.set(to, distance + 1);
  }
  return found;
}

/** Where each state stands. Ways forward are laid out; ways back and across would hide them. */
export function placeChart(chart: Chart<StateName>): PlacedChart {
  const far = distances(chart);
  const isForward = ({ from, to }: ChartEdge<StateName>): boolean => (far.get(to) ?? 0) > (far.get(from) ?? 0) || to === chart.last;
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 16, ranksep: 72, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  const names = Object.keys(chart.meanings) as StateName[];
  for (const at of names) graph.setNode(at, { width: at.length * CHARACTER + 24, height: HEIGHT });
  for (const edge of chart.edges.filter(isForward)) graph.setEdge(edge.from, edge.to);
  layout(graph);
  const place = (at: StateName): PlacedNode => ({ at, ...(graph.node(at) as Omit<PlacedNode, "at">) });
  const nodes = names.map(place);
  const edges = chart.edges.map((edge) => {
    const points = isForward(edge) ? (graph.edge(edge.from, edge.to) as { points: Point[] }).points : [place(edge.from), place(edge.to)];
    return { ...edge, points, aside: !isForward(edge) };
  });
  return { ...(graph.graph() as { width: number; height: number }), nodes, edges };
}

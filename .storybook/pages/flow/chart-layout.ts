import { Graph, layout } from "@dagrejs/dagre";
import type { Chart, ChartEdge } from "@guard/machine/testing";
import type { StateName } from "@guard/machine";

interface Point {
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
}

export interface PlacedChart {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const HEIGHT = 34;
const CHARACTER = 7.4;

/** A way that nearly every state has says nothing about one: back to the start, and to the three ends of a login that went wrong. */
const isEverywhere = ({ to }: ChartEdge<StateName>): boolean => to === "password" || to === "locked" || to === "closed" || to === "expired";

/** Where each state and each way stands. Ways that are everywhere are left to the table, but for the first that leads to such a state. */
export function placeChart({ meanings, edges }: Chart<StateName>): PlacedChart {
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 64, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const at of Object.keys(meanings)) graph.setNode(at, { width: at.length * CHARACTER + 24, height: HEIGHT });
  const drawn = edges.filter((edge) => !isEverywhere(edge) || edge.from === "challenge.verifying" || edge.from === "password.submitting");
  for (const { from, to } of drawn) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width,
    height,
    nodes: (Object.keys(meanings) as StateName[]).map((at) => ({ at, ...(graph.node(at) as Omit<PlacedNode, "at">) })),
    edges: drawn.map((edge) => ({ ...edge, points: (graph.edge(edge.from, edge.to) as { points: Point[] }).points })),
  };
}

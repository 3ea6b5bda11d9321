import type { StateName } from "@guard/machine";
import type { Chart } from "@guard/machine/testing";
import { useState, type ReactNode } from "react";
import { storyHref } from "../book/story-link.tsx";
import { placeChart, type PlacedEdge, type PlacedNode } from "./chart-layout.ts";
import "./state-chart.css";

interface StateChartProps {
  readonly chart: Chart<StateName>;
  readonly stories: ReadonlyMap<StateName, string>;
}

/** The machine as a picture: each state a link to its story; who points at one sees its ways alone. */
export function StateChart({ chart, stories }: StateChartProps): ReactNode {
  const [placed] = useState(() => placeChart(chart));
  const [pointed, setPointed] = useState<StateName>();
  const { width, height, nodes, edges } = placed;
  const isNear = ({ from, to }: PlacedEdge): boolean => from === pointed || to === pointed;
  return (
    <div className="chart-window">
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="group" aria-label="States of the login, each a link to its story" data-pointed={pointed !== undefined}>
      <defs>
        <marker id="chart-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      {edges.filter((edge) => !edge.aside || isNear(edge)).map((edge) => (
        <Way key={`${edge.from}>${edge.to}`} edge={edge} near={isNear(edge)} />
      ))}
      {nodes.map((node) => (
        <StateNode key={node.at} node={node} meaning={chart.meanings[node.at]} story={stories.get(node.at)} onPoint={setPointed} />
      ))}
    </svg>
    </div>
  );
}

/** Through its points, rounded at each. */
function pathOf([first, ...rest]: PlacedEdge["points"]): string {
  if (!first) return "";
  const middle = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  const last = rest.at(-1) ?? first;
  return `M${first.x} ${first.y}${middle.join("")}L${last.x} ${last.y}`;
}

function Way({ edge, near }: { readonly edge: PlacedEdge; readonly near: boolean }): ReactNode {
  return (
    <path className="chart-way" data-near={near} d={pathOf(edge.points)} markerEnd="url(#chart-arrow)">
      <title>{`${edge.from} → ${edge.to}: ${edge.on.join(", ")}`}</title>
    </path>
  );
}

interface StateNodeProps {
  readonly node: PlacedNode;
  readonly meaning: string;
  readonly story: string | undefined;
  readonly onPoint: (at: StateName | undefined) => void;
}

function StateNode({ node: { at, x, y, width, height }, meaning, story, onPoint }: StateNodeProps): ReactNode {
  const point = { onPointerEnter: () => onPoint(at), onPointerLeave: () => onPoint(undefined), onFocus: () => onPoint(at), onBlur: () => onPoint(undefined) };
  return (
    <a className="chart-state" href={storyHref(story ?? "")} target="_top" aria-label={`${at}: ${meaning}`} {...point}>
      <title>{meaning}</title>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx="8" />
      <text x={x} y={y} dominantBaseline="central" textAnchor="middle">
        {at}
      </text>
    </a>
  );
}

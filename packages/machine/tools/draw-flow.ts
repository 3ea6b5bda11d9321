// Writes docs/flow.md, the same as data, and docs/center.md from the real transition functions.
import { writeFileSync } from "node:fs";
import { drawCenter } from "../src/testing/center/draw.ts";
import { walkCenter, type CenterMove } from "../src/testing/center/walk.ts";
import { drawFlow, flowChart } from "../src/testing/draw.ts";
import { walk, type Move } from "../src/testing/walk.ts";

const docs = new URL("../../../docs/", import.meta.url);

const moves: Move[] = [];
walk((move) => moves.push(move));
writeFileSync(new URL("flow.md", docs), drawFlow(moves));
writeFileSync(new URL("flow.json", docs), `${JSON.stringify(flowChart(moves), null, 1)}\n`);

const centerMoves: CenterMove[] = [];
walkCenter((move) => centerMoves.push(move));
writeFileSync(new URL("center.md", docs), drawCenter(centerMoves));

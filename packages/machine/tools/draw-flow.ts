// Writes docs/flow.md from the real transition function.
import { writeFileSync } from "node:fs";
import { drawFlow } from "../src/testing/draw.ts";
import { walk, type Move } from "../src/testing/walk.ts";

const moves: Move[] = [];
walk((move) => moves.push(move));

writeFileSync(new URL("../../../docs/flow.md", import.meta.url), drawFlow(moves));

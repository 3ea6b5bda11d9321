// Writes docs/flow.md from the real transition function.
import { writeFileSync } from "node:fs";
import { drawFlow } from "../src/testing/draw.ts";

writeFileSync(new URL("../../../docs/flow.md", import.meta.url), drawFlow());

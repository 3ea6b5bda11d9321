#!/usr/bin/env node
import { run } from "./run.ts";

// A theme.ts calls createTheme() itself, which would tell in development what is told here.
process.env["NODE_ENV"] ??= "production";

process.exitCode = await run(process.argv.slice(2), { say: (text) => process.stdout.write(`${text}\n`), complain: (text) => process.stderr.write(`${text}\n`) });

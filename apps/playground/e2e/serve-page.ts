// Builds the playground and serves it. Playwright starts it: node apps/playground/e2e/serve-page.ts
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { build } from "vite";
import { contentType } from "../../../tools/content-type.ts";
import { pagePort } from "./address.ts";

// A folder of its own, so that it never replaces the real build.
const outDir = join(import.meta.dirname, "../.vite/e2e");
await build({ configFile: join(import.meta.dirname, "../vite.config.ts"), root: join(import.meta.dirname, ".."), mode: "development", logLevel: "warn", build: { outDir, chunkSizeWarningLimit: 1_000 } });

// Every test's browser starts with an empty cache and asks for all of it: from memory, as a file server's reads cost a tenth of the suite.
const files = new Map(
  readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(outDir.length), { body: readFileSync(file), type: contentType(file) }]),
);
const page = files.get("/index.html");

createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://page").pathname;
  const file = files.get(path) ?? (extname(path) === "" ? page : undefined);
  if (file === undefined) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": file.type, "content-length": file.body.length }).end(file.body);
}).listen(pagePort, "127.0.0.1");

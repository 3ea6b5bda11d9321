import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Built } from "./build.ts";

const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

/** What the settings answer, so that the first form is refined as it is in life. */
const settings = { app: "demo", name: "Guard Demo", factors: ["email"], identifiers: ["email", "phone", "username"], signInMethods: ["password"], codeLength: 6, resendSeconds: 60, branding: {}, links: {} };

/** Serves a build from memory, brotli once beforehand as a CDN has it, and lets nothing be cached. */
export async function serveBuild(output: Built): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const files = new Map(output.map((file) => [`/${file.fileName}`, brotliCompressSync(file.type === "chunk" ? file.code : file.source)]));
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
    const file = files.get(pathname);
    if (file) outgoing.writeHead(200, { "Content-Type": types[extname(pathname)] ?? "application/octet-stream", "Content-Encoding": "br", "Content-Length": file.length, "Cache-Control": "no-store" }).end(file);
    else if (pathname === "/api/v1/settings") outgoing.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ ...settings, now: Date.now() }));
    else outgoing.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = (): Promise<unknown> => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    return closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { contentType } from "../content-type.ts";

/** A plain file server: a folder under a path, and nothing else. */
export async function serveFiles(folder: string, base: string): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
    const file = pathname.startsWith(base) ? join(folder, pathname.slice(base.length) || "index.html") : "";
    readFile(file).then(
      (bytes) => outgoing.writeHead(200, { "Content-Type": contentType(file) }).end(bytes),
      () => outgoing.writeHead(404).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = (): Promise<unknown> => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    return closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`, close };
}

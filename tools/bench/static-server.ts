import { once } from "node:events";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { getCertificate } from "@vitejs/plugin-basic-ssl";
import { contentType } from "../content-type.ts";
import type { Built } from "./build.ts";

/** What the settings answer, so that the first form is refined as it is in life. */
const settings = { app: "demo", name: "Guard Demo", factors: ["email"], identifiers: ["email", "phone", "username"], signInMethods: ["password"], codeLength: 6, resendSeconds: 60, branding: {}, links: {} };

/** Serves a build from memory as a CDN does, over HTTP/2 with brotli made beforehand, and lets nothing be cached. By HTTP/1.1 a stylesheet waits for one of six connections. */
export async function serveBuild(output: Built): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const files = new Map(output.map((file) => [`/${file.fileName}`, brotliCompressSync(file.type === "chunk" ? file.code : file.source)]));
  // One file holds the key and what certifies it.
  const signed = await getCertificate(join(tmpdir(), "guard-bench-certificate"), "guard", ["127.0.0.1"]);
  const server = createSecureServer({ key: signed, cert: signed }, (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
    const file = files.get(pathname);
    if (file) outgoing.writeHead(200, { "Content-Type": contentType(pathname), "Content-Encoding": "br", "Content-Length": file.length, "Cache-Control": "no-store" }).end(file);
    else if (pathname === "/api/v1/settings") outgoing.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ ...settings, now: Date.now() }));
    else outgoing.writeHead(404).end();
  });
  const sessions = new Set<ServerHttp2Session>();
  server.on("session", (session) => {
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = (): Promise<unknown> => {
    const closed = once(server, "close");
    server.close();
    for (const session of sessions) session.destroy();
    return closed;
  };
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

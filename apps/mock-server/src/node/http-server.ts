import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { StartError, systemCode } from "./start-error.ts";

/** Answers a request that came from an address. */
export type Handler = (request: Request, ip: string) => Response | Promise<Response>;

export interface HttpServer {
  /** `http://127.0.0.1:4600`, with the port that was really taken. */
  readonly url: string;
  /** Takes no new connection, waits `graceMs` for what is in flight, then cuts what is left. */
  close(graceMs: number): Promise<void>;
}

/** Limits on time and size, so that a slow or endless client holds a socket and nothing else. */
const limits = { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384, connectionsCheckingInterval: 1_000 };

/** Serves over HTTP. Throws a `StartError` when the port or the host can't be had. */
export async function listen(handle: Handler, host: string, port: number): Promise<HttpServer> {
  const answer = getRequestListener(
    (request, env) => handle(request, (env.incoming as IncomingMessage).socket.remoteAddress ?? "unknown"),
    // A library does not exchange the Request and Response of the process it runs in.
    { overrideGlobalObjects: false },
  );
  const server = createServer(limits, (incoming, outgoing) => void answer(incoming, outgoing));
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw refusal(error, host, port);
  }
  return { url: urlOf(server, host), close: (graceMs) => close(server, graceMs) };
}

function refusal(error: unknown, host: string, port: number): unknown {
  const reason = systemCode(error);
  if (reason === "EADDRINUSE") return new StartError(`Port ${port} is taken; set PORT to a free one, or to 0 for any.`, { cause: error });
  if (reason === "EACCES") return new StartError(`Port ${port} may not be listened on; set PORT to one above 1023.`, { cause: error });
  if (reason === "EADDRNOTAVAIL" || reason === "ENOTFOUND") return new StartError(`HOST ${host} is no address of this machine; set HOST to 127.0.0.1.`, { cause: error });
  return error;
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = once(server, "close");
  server.close();
  // A kept-alive connection becomes idle after its answer, not at once, so it is asked for again until none is left.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

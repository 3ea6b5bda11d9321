import { request as requestPlain, type ClientRequest, type IncomingMessage } from "node:http";
import { request as requestTls } from "node:https";
import { once } from "node:events";
import type { Delivery } from "./handover.ts";
import { systemCode } from "./start-error.ts";

/** A request that hands one message over. */
export interface Post {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Who gets a place with less time than this, in milliseconds, could only connect and be cut off: nobody would know what became of the message. */
const LEAST_MS = 50;

/**
 * Posts one message and says what is certain about it (R6a). `endsAt` is on `performance.now()`'s scale.
 *
 * Refused: nothing left this machine, or the provider answered 3xx or 4xx; a redirect is not followed, for it would
 * carry a code to an address nobody configured. Unknown: the connection ended without an answer, or the provider
 * failed (5xx) with the message in hand. Never rejects.
 *
 * One connection a message and no pool, so that nothing is sent a second time behind the caller's back.
 */
export async function deliverByHttp({ url, headers, body }: Post, endsAt: number): Promise<Delivery> {
  const left = endsAt - performance.now();
  if (left < LEAST_MS) return { outcome: "refused", reason: "deadline" };
  const send = url.protocol === "https:" ? requestTls : requestPlain;
  const length = String(Buffer.byteLength(body));
  const request = send(url, { method: "POST", agent: false, headers: { ...headers, "Content-Length": length }, signal: AbortSignal.timeout(Math.ceil(left)) });
  const departure = watchDeparture(request);
  try {
    request.end(body);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    return judge(response.statusCode ?? 0);
  } catch (error) {
    return { outcome: departure.began() ? "unknown" : "refused", reason: reasonOf(error) };
  } finally {
    request.destroy();
  }
}

/** Node holds the request back until the connection, TLS included, stands; from then on it may have arrived. */
function watchDeparture(request: ClientRequest) {
  let departed = false;
  request.once("socket", (socket) => {
    socket.once("encrypted" in socket ? "secureConnect" : "connect", () => {
      departed = true;
    });
  });
  // Destroying a request that is over may still report; the outcome stands by then.
  request.on("error", () => {});
  return { began: () => departed };
}

function judge(status: number): Delivery {
  if (status >= 200 && status < 300) return { outcome: "handed-over", reason: "" };
  return { outcome: status >= 500 ? "unknown" : "refused", reason: String(status) };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return error.name === "AbortError" || error.name === "TimeoutError" ? "deadline" : (systemCode(error) ?? error.name);
}

import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A status, with a Location where it is a redirect; or the words `hang` (nothing for ever) and `drop` (the connection ends). */
export type HttpAnswer = number | "hang" | "drop";

export interface HttpRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ScriptedHttp {
  readonly url: string;
  readonly requests: HttpRequest[];
  /** Read at each request, so that a test changes the provider's mind. */
  readonly script: { answer: HttpAnswer };
  close(): Promise<void>;
}

/** A provider over HTTP that answers each request as it is told. */
export async function openScriptedHttp(answer: HttpAnswer = 200): Promise<ScriptedHttp> {
  const script = { answer };
  const requests: HttpRequest[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url ?? "", headers: request.headers, body: await text(request) });
    if (script.answer === "hang") return;
    if (script.answer === "drop") return void request.socket.destroy();
    response.writeHead(script.answer, script.answer >= 300 && script.answer < 400 ? { Location: "/elsewhere" } : {}).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, script, close };
}

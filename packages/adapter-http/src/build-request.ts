import { BASE_PATH, TOKENS_HEADER, type Endpoint } from "@guard/contract";
import type { TokenTravel, Transport } from "./call.ts";

/** An operation's input as the generic call sees it; each operation's own type stands in the contract. */
export type CallInput = Readonly<Record<string, unknown>>;

interface Envelope {
  readonly key: string;
  readonly signal: AbortSignal;
}

/** The request of one call, as the endpoints table describes it. Throws on an address no request can be made for. */
export function buildRequest({ baseUrl, credentials, tokens }: Transport, endpoint: Endpoint, input: CallInput, { key, signal }: Envelope): Request {
  const { path, rest } = fillPath(endpoint.path, withoutToken(endpoint, input));
  const query = endpoint.method === "GET" ? toQuery(rest) : "";
  const body = bodyOf(endpoint, rest);
  return new Request(`${baseUrl.replace(/\/+$/, "")}${BASE_PATH}${path}${query}`, {
    method: endpoint.method,
    headers: addToken(headersOf(endpoint, key, body), endpoint, tokens, input["token"]),
    ...(body && { body: body.content }),
    credentials,
    cache: "no-store",
    // A followed redirect could carry a password to another origin.
    redirect: "manual",
    signal,
  });
}

function withoutToken(endpoint: Endpoint, input: CallInput): CallInput {
  if (endpoint.auth === "none") return input;
  const { token: _, ...rest } = input;
  return rest;
}

function fillPath(template: string, input: CallInput): { path: string; rest: CallInput } {
  const rest: Record<string, unknown> = { ...input };
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { path, rest };
}

function toQuery(input: CallInput): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  if (given.length === 0) return "";
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

interface Body {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
}

function bodyOf(endpoint: Endpoint, rest: CallInput): Body | undefined {
  if (endpoint.body === "image") return imageBody(rest["image"]);
  if (endpoint.method !== "POST" || endpoint.request === undefined) return undefined;
  return { content: JSON.stringify(rest), type: "application/json" };
}

function imageBody(image: unknown): Body {
  if (!(image instanceof Uint8Array)) throw new TypeError("The image of a face call is a Uint8Array.");
  const content = Uint8Array.from(image);
  // PNG begins with 0x89; the contract knows no other kind but JPEG.
  return { content, type: content[0] === 0x89 ? "image/png" : "image/jpeg" };
}

function headersOf(endpoint: Endpoint, key: string, body: Body | undefined): Headers {
  const headers = new Headers({ Accept: "application/json, application/problem+json" });
  if (endpoint.method !== "GET") headers.set("Idempotency-Key", key);
  if (body) headers.set("Content-Type", body.type);
  return headers;
}

/** In cookie mode the browser adds the token, and the header says that the answer's token is to become a cookie too. */
function addToken(headers: Headers, { auth }: Endpoint, tokens: TokenTravel, token: unknown): Headers {
  if (tokens === "cookie") headers.set(TOKENS_HEADER, "cookie");
  else if (auth !== "none") headers.set("Authorization", `Bearer ${String(token)}`);
  return headers;
}

import express, { type Request, type RequestHandler, type Response as Answer } from "express";

const ASKED = ["accept", "content-type", "cookie", "guard-tokens", "idempotency-key", "origin", "sec-fetch-site"];
const ANSWERED = ["cache-control", "content-type", "referrer-policy", "retry-after", "x-content-type-options"];

/** Passes the login's calls on as a reverse proxy does (nginx, Caddy, your platform's rewrite): use yours where you have one. */
export const passOn = (url: string): RequestHandler[] => [
  express.raw({ type: () => true, limit: "5mb" }),
  async (request, response) => relay(await fetch(url + request.originalUrl, forwarded(request)), response),
];

function forwarded(request: Request): RequestInit {
  const headers = new Headers({ "x-forwarded-for": request.ip ?? "" });
  for (const name of ASKED) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const body = Buffer.isBuffer(request.body) ? { body: new Uint8Array(request.body) } : {};
  return { method: request.method, headers, redirect: "manual", signal: AbortSignal.timeout(10_000), ...body };
}

async function relay(answer: Response, response: Answer): Promise<void> {
  response.status(answer.status);
  for (const name of ANSWERED) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  for (const cookie of answer.headers.getSetCookie()) response.append("Set-Cookie", cookie);
  response.send(Buffer.from(await answer.arrayBuffer()));
}

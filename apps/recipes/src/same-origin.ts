import type { RequestHandler } from "express";

/** Lets a page change something only when it is your own: another site could else sign its account in to your visitor's browser. */
export const sameOriginOnly: RequestHandler = (request, response, next) => {
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads || request.get("sec-fetch-site") === "same-origin") next();
  else response.sendStatus(403);
};

import express, { type Express } from "express";
import { readCookie } from "../read-cookie.ts";
import { sameOriginOnly } from "../same-origin.ts";
import { verifySession, type GuardServer } from "../verify-session.ts";
import { passOn } from "./pass-on.ts";

/** A site whose login server stands behind it, below `/api/v1`: one host, so one cookie. `https: false` is for your desk. */
export function createSite(guard: GuardServer, { https = true } = {}): Express {
  const cookie = https ? "__Host-guard" : "guard-dev";
  const app = express();
  app.use("/api/v1", passOn(guard.url));
  app.use(sameOriginOnly);

  app.get("/api/me", async (request, response) => {
    const token = readCookie(request.headers.cookie, cookie);
    const session = token === undefined ? undefined : await verifySession(guard, token);
    if (session === undefined) return void response.sendStatus(401);
    response.json({ account: session.sub });
  });
  return app;
}

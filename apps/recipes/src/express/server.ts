import { randomBytes } from "node:crypto";
import express, { type CookieOptions, type Express } from "express";
import * as v from "valibot";
import { readCookie } from "../read-cookie.ts";
import { sameOriginOnly } from "../same-origin.ts";
import { verifySession, type GuardServer } from "../verify-session.ts";

const SignIn = v.object({ token: v.pipe(v.string(), v.maxLength(512)) });

interface Visit {
  readonly account: string;
  readonly endsAt: number;
}

/** Your backend: it believes the login server and not the page, and opens a session of its own. `https: false` is for your desk. */
export function createBackend(guard: GuardServer, { https = true } = {}): Express {
  const cookie = https ? "__Host-shop" : "shop-dev";
  const attributes: CookieOptions = { httpOnly: true, secure: https, sameSite: "lax", path: "/" };
  // Yours lives in a database or in Redis; this one forgets at each restart.
  const visits = new Map<string, Visit>();
  const app = express();
  app.use(sameOriginOnly, express.json({ limit: "4kb" }));

  app.post("/api/sign-in", async (request, response) => {
    const body = v.safeParse(SignIn, request.body);
    if (!body.success) return void response.sendStatus(422);
    const session = await verifySession(guard, body.output.token);
    if (session === undefined) return void response.sendStatus(401);
    const id = randomBytes(32).toString("base64url");
    visits.set(id, { account: session.sub, endsAt: session.exp * 1000 });
    response.cookie(cookie, id, attributes).sendStatus(204);
  });

  app.get("/api/me", (request, response) => {
    const visit = visits.get(readCookie(request.headers.cookie, cookie) ?? "");
    if (visit === undefined || visit.endsAt <= Date.now()) return void response.sendStatus(401);
    response.json({ account: visit.account });
  });

  app.post("/api/sign-out", (request, response) => {
    visits.delete(readCookie(request.headers.cookie, cookie) ?? "");
    response.clearCookie(cookie, attributes).sendStatus(204);
  });
  return app;
}

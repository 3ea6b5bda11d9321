import { sql } from "kysely";
import type { Domain } from "../domain.ts";
import { transact } from "../store/transaction.ts";
import { problem } from "./problem.ts";
import type { GuardHono } from "./routes.ts";

/** `/healthz`: the process answers. `/readyz`: the database does too. Both say 503 first when the server is about to stop (S-59). */
export function mountHealth(hono: GuardHono, domain: Domain, isDraining: () => boolean): void {
  const now = () => domain.clock.now();
  const busy = () => problem({ code: "unavailable", retryAt: now() + 1000 }, now());
  hono.get("/healthz", () => (isDraining() ? busy() : Response.json({ status: "ok", now: now() })));
  hono.get("/readyz", async () => {
    if (isDraining()) return busy();
    await transact(domain.store, (tx) => sql`select 1`.execute(tx));
    return Response.json({ status: "ready", now: now() });
  });
}

import type { GuardServer } from "./verify-session.ts";

/** The login server as your environment names it. Without the three nothing starts. */
export function guardServerOf(env: Readonly<Record<string, string | undefined>>): GuardServer {
  const { GUARD_URL: url, GUARD_APP: app, GUARD_APP_SECRET: secret } = env;
  if (!url || !app || !secret) throw new Error("Set GUARD_URL, GUARD_APP and GUARD_APP_SECRET.");
  return { url, app, secret };
}

import { createHttpAdapter, type HttpAdapterOptions } from "@guard/adapter-http";
import type { GuardAdapter, Result, Session } from "@guard/contract";
import type { RunningServer } from "@guard/mock-server/node";

const PASSWORD = "Guard-demo-2026!";
let attempts = 0;
const attempt = () => ({ signal: new AbortController().signal, key: `recipe-${(attempts += 1)}` });

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The login server answered ${result.error.code}.`);
  return result.value;
}

/** Logs in as `<Guard>` would, with the code from the mailbox, and answers what `onSuccess` is given. */
export async function signIn(server: RunningServer, app: string, options: Partial<HttpAdapterOptions> = {}): Promise<Session> {
  const adapter: GuardAdapter = createHttpAdapter({ baseUrl: server.url, ...options });
  const begun = valueOf(await adapter.signIn({ app, identifier: "email-user", password: PASSWORD }, attempt()));
  if (begun.status === "done") return begun.session;
  const { token } = begun.challenge;
  valueOf(await adapter.sendCode({ token, factor: "email", trigger: "auto" }, attempt()));
  const code = server.outbox("email-user@example.com")[0]?.code ?? "";
  const done = valueOf(await adapter.verifyCode({ token, factor: "email", code }, attempt()));
  if (done.status !== "done") throw new Error("The right code did not complete the login.");
  return done.session;
}

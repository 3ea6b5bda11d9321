import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { mailedCode } from "../../../apps/mock-server/src/testing/login.ts";
import { DEMO_PASSWORD } from "../../../apps/mock-server/src/development/data.ts";
import { createAuthingAdapter } from "./index.ts";
import { startBackend } from "./testing/backend.ts";
import { attempt } from "./testing/scripted-client.ts";

// The unmodified SDK in a page whose storage does not keep what it is given.

let backend: Awaited<ReturnType<typeof startBackend>>;
beforeAll(async () => {
  backend = await startBackend();
});
afterAll(() => backend.close());
afterEach(() => vi.unstubAllGlobals());

const full = () => {
  throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
};
const closed = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

/** A page's storage that keeps the user and has no room for the token. */
function storage(before: object = {}) {
  const kept = new Map<string, string>(Object.entries(before));
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => (key === "_authing_token" ? full() : kept.set(key, value)), removeItem: (key: string) => kept.delete(key) });
  return kept;
}

function openAdapter(app: string) {
  const faults: unknown[] = [];
  return { faults, adapter: createAuthingAdapter({ client: backend.client(app), onFault: (fault) => faults.push(fault) }) };
}

const password = (app: string, identifier: string) => ({ app, identifier, password: DEMO_PASSWORD });
const done = { ok: true, value: { status: "done", session: { token: expect.stringMatching(/^gs_/) } } };

it("a full storage costs nobody a login by password, and keeps nothing rather than half of it", async () => {
  const { adapter, faults } = openAdapter("demo-open");
  const kept = storage({ _authing_token: "somebody's from before" });
  expect(await adapter.signIn(password("demo-open", "email-user"), attempt())).toMatchObject(done);
  expect([...kept.keys()]).toEqual([]);
  expect(faults).toEqual([expect.objectContaining({ name: "QuotaExceededError" })]);
});

it("nor one by a second factor, nor the way out", async () => {
  const { adapter, faults } = openAdapter("demo");
  storage();
  const asked = await adapter.signIn(password("demo", "email-user"), attempt());
  if (!asked.ok || asked.value.status !== "challenge") throw new Error("A second factor was expected.");
  const { token } = asked.value.challenge;
  await adapter.sendCode({ token, factor: "email", trigger: "user" }, attempt());
  const completed = await adapter.verifyCode({ token, factor: "email", code: mailedCode(backend.rig) }, attempt());
  expect(completed).toMatchObject(done);
  const session = completed.ok && completed.value.status === "done" ? completed.value.session.token : "";
  expect(await adapter.signOut({ token: session }, attempt())).toMatchObject({ ok: true });
  expect(faults).toHaveLength(1);
});

it("a storage that is closed to the page rejects nothing", async () => {
  const { adapter } = openAdapter("demo-open");
  vi.stubGlobal("localStorage", { getItem: closed, setItem: closed, removeItem: closed });
  expect(await adapter.signIn(password("demo-open", "email-user"), attempt())).toMatchObject({ ok: expect.any(Boolean) });
});

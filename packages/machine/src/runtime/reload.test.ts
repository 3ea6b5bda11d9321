import { succeed } from "@guard/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { resumableOf, type State, type StateName } from "../flow/index.ts";
import { fixtures } from "../testing/fixtures.ts";
import { challengeAnswer, T0 } from "../testing/parts.ts";
import { everything, scriptedAdapter } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";
import { variants } from "../testing/variants.ts";
import { createGuard } from "./guard.ts";
import { loadFlow } from "./load-flow.ts";
import { sessionPersistence } from "./persist.ts";

beforeAll(loadFlow);

/** What a tab finds itself at after a reload: `resumed` is a challenge that the server was asked about, `locked` the lock with its time, `password` the beginning. */
type After = "resumed" | "locked" | "password";

/** Law 8, a line a state. A new state does not compile without one. */
const afterReload: { readonly [At in StateName]: After } = {
  password: "password",
  "password.submitting": "password",
  resuming: "resumed",
  "resuming.failed": "resumed",
  challenge: "resumed",
  "challenge.verifying": "resumed",
  bind: "password",
  "bind.checking": "password",
  "enrol.loading": "password",
  "enrol.failed": "password",
  enrol: "password",
  "enrol.confirming": "password",
  face: "resumed",
  "face.verifying": "resumed",
  recovery: "resumed",
  "recovery.verifying": "resumed",
  recoveryCode: "password",
  "codeSignIn.request": "password",
  "codeSignIn.requesting": "password",
  "codeSignIn.verify": "password",
  "codeSignIn.verifying": "password",
  locked: "locked",
  closed: "password",
  expired: "password",
  done: "password",
};

/** The same where one state stands for several factors or ways. */
const waysAfterReload = { sms: "resumed", totp: "resumed", everyFactor: "resumed", prove: "resumed", trustable: "resumed", faceBind: "password", bindSms: "password", recoveryFromClosed: "resumed", closedWithRecovery: "resumed", codeOver: "password" } as const satisfies Partial<Record<keyof typeof variants, After>>;

let tabs = 0;

/** A page whose login is at `state`, left and opened again in the same tab. */
function reload(state: State) {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text), removeItem: (key: string) => void kept.delete(key) };
  const id = `reloaded-${tabs++}`;
  const before = sessionPersistence(storage, "demo", id);
  before.write(resumableOf(state));
  before.close();
  const { adapter, calls } = scriptedAdapter(everything);
  let ids = 0;
  const guard = createGuard({ login: () => ({ adapter, app: "demo" }), clock: manualClock(), newId: () => `id${ids++}`, persistence: sessionPersistence(storage, "demo", id) });
  guard.subscribe(() => {});
  return { guard, calls, kept: [...kept.values()].join() };
}

const asked = (calls: ReturnType<typeof reload>["calls"]) => calls.map(({ operation }) => operation);

function seeAfter(state: State, after: After): void {
  const { guard, calls } = reload(state);
  expect([guard.getState().at, asked(calls)]).toEqual(after === "resumed" ? ["resuming", ["resume"]] : [after, []]);
}

describe("a reload (law 8)", () => {
  it.each(Object.entries(afterReload))("at %s leads to: %s", (at, after) => seeAfter(fixtures[at as StateName], after));

  it.each(Object.entries(waysAfterReload))("at “%s” leads to: %s", (way, after) => seeAfter(variants[way as keyof typeof waysAfterReload], after));

  it.each(["email", "sms", "totp", "face"] as const)("comes back to %s where that was open, and sends nothing again", async (active) => {
    const { challenge } = variants.everyFactor;
    const { guard, calls } = reload({ ...variants.everyFactor, challenge: { ...challenge, active } });
    const factors = (["email", "sms", "totp", "face"] as const).map((factor) => ({ factor, bound: true, ...(factor === "email" || factor === "sms" ? { sentTo: "•", resendAt: T0, expiresAt: T0 + 1 } : {}) }));
    await calls[0]?.answer(succeed(challengeAnswer({ factor: "email", factors })));
    expect([guard.getState().at, asked(calls)]).toEqual([active === "face" ? "face" : "challenge", ["resume"]]);
    expect(guard.getState()).toMatchObject({ challenge: { active } });
  });

  it("keeps of the identifier and of what a screen shows nothing, whatever the state", () => {
    for (const state of [...Object.values(fixtures), ...Object.values(variants)]) {
      const { kept } = reload(state);
      for (const secret of ["-user", "session", "7KQ2M9XPD4", "secret"]) expect(kept).not.toContain(secret);
    }
  });
});

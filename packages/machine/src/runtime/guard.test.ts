import { fail, succeed } from "@guard/contract";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fixtures } from "../testing/fixtures.ts";
import { challengeAnswer, delivered, session, T0 } from "../testing/parts.ts";
import { scriptedAdapter } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";
import { createGuard } from "./guard.ts";
import { LINGER_MS, PATIENCE_MS } from "./loop.ts";
import { loadFlow } from "./load-flow.ts";
import { sessionPersistence } from "./persist.ts";

// What happens before it is there is told in load-flow.test.ts.
beforeAll(loadFlow);

const storageOf = (kept = new Map<string, string>()) => ({
  kept,
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
});

let guards = 0;

function setUp(options: { storage?: ReturnType<typeof storageOf>; id?: string } = {}) {
  const { adapter, calls } = scriptedAdapter();
  const clock = manualClock();
  const storage = options.storage ?? storageOf();
  let ids = 0;
  const persistence = sessionPersistence(storage, "demo", options.id ?? `guard-${guards++}`);
  const onFault = vi.fn<(fault: unknown) => void>();
  const guard = createGuard({ login: () => ({ adapter, app: "demo", onFault }), clock, newId: () => `id${ids++}`, persistence });
  const call = (index = calls.length - 1) => {
    const found = calls[index];
    if (!found) throw new Error(`The adapter was not called ${index + 1} times.`);
    return found;
  };
  return { guard, calls, call, clock, storage, persistence, onFault };
}

const signIn = { type: "PASSWORD.SUBMIT", identifier: "email-user", password: "secret-password" } as const;
const challenged = succeed({ status: "challenge", challenge: challengeAnswer(), now: T0 });
const done = succeed({ status: "done", session, now: T0 });

async function untilCode(set: ReturnType<typeof setUp>) {
  const leave = set.guard.subscribe(() => {});
  set.guard.send(signIn);
  await set.call().answer(challenged);
  await set.call().answer(succeed({ ...delivered, now: T0 }));
  return leave;
}

describe("a tab whose storage takes nothing more", () => {
  const full = (kept?: Map<string, string>) => ({
    ...storageOf(kept),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });

  it("signs in all the same, and the host is told", async () => {
    const set = setUp({ storage: full() });
    await untilCode(set);
    set.guard.send({ type: "CODE.SUBMIT", code: "123456" });
    await set.call().answer(done);
    expect(set.guard.getState().at).toBe("done");
    expect(set.onFault).toHaveBeenCalledWith(expect.objectContaining({ name: "QuotaExceededError" }));
  });

  it("leaves no older step to come back to", async () => {
    const kept = new Map([["guard:1:demo:filled", "an older record"]]);
    await untilCode(setUp({ storage: full(kept), id: "filled" }));
    expect(kept.size).toBe(0);
  });
});

describe("a Guard at run time", () => {
  it("signs in, sends one code by itself, verifies and is done", async () => {
    const set = setUp();
    await untilCode(set);
    set.guard.send({ type: "CODE.SUBMIT", code: "123456" });
    await set.call().answer(done);
    expect(set.guard.getState().at).toBe("done");
    expect(set.calls.map(({ operation }) => operation)).toEqual(["signIn", "sendCode", "verifyCode"]);
  });

  it("keeps a login through StrictMode's unmount and remount, and sends once", async () => {
    const set = setUp();
    set.guard.subscribe(() => {})();
    const leave = await untilCode(set);
    leave();
    set.clock.advance(LINGER_MS - 1);
    set.guard.subscribe(() => {});
    set.clock.advance(LINGER_MS * 5);
    expect(set.guard.getState().at).toBe("challenge");
    expect(set.calls.filter(({ operation }) => operation === "sendCode")).toHaveLength(1);
  });

  it("aborts what runs one second after the last subscriber left, and listens to no late answer", async () => {
    const set = setUp();
    const seen = vi.fn<() => void>();
    const leave = set.guard.subscribe(seen);
    set.guard.send(signIn);
    leave();
    seen.mockClear();
    set.clock.advance(LINGER_MS);
    expect(set.call().context.signal.aborted).toBe(true);
    await set.call().answer(done);
    expect(set.guard.getState().at).toBe("password");
    expect(seen).not.toHaveBeenCalled();
    expect(set.clock.pending).toBe(0);
  });

  it("makes one request of a double submit", () => {
    const set = setUp();
    set.guard.send(signIn);
    set.guard.send(signIn);
    expect(set.calls).toHaveLength(1);
  });

  it("names each call by its task, so that a repeated request counts once", () => {
    const set = setUp();
    set.guard.send(signIn);
    const state = set.guard.getState();
    expect(state.at === "password.submitting" && state.task).toBe(set.call().context.key);
  });

  it("asks again under the same key when a verdict never arrived, and under a new one when it did (R12a)", async () => {
    const set = setUp();
    await untilCode(set);
    const verify = async (code: string, answer: Parameters<ReturnType<typeof set.call>["answer"]>[0]) => {
      set.guard.send({ type: "CODE.SUBMIT", code });
      const { key } = set.call().context;
      await set.call().answer(answer);
      return key;
    };
    const lost = await verify("111111", fail({ code: "network" }));
    expect(await verify("111111", fail({ code: "timeout" }))).toBe(lost);
    expect(await verify("111111", fail({ code: "code_invalid", attemptsLeft: 4 }, T0))).toBe(lost);
    expect(await verify("222222", done)).not.toBe(lost);
    expect(set.guard.getState().at).toBe("done");
  });

  it("aborts the call that BACK leaves and ignores its answer", async () => {
    const set = setUp();
    set.guard.send(signIn);
    set.guard.send({ type: "BACK" });
    expect(set.call().context.signal.aborted).toBe(true);
    await set.call().answer(done);
    expect(set.guard.getState().at).toBe("password");
  });

  it("gives up on an adapter that never settles, and offers to try again", () => {
    const set = setUp();
    set.guard.send(signIn);
    set.clock.advance(PATIENCE_MS);
    expect(set.guard.getState()).toMatchObject({ at: "password", identifier: "email-user", failure: { error: { code: "timeout" } } });
  });

  it.each([
    ["throws", (set: ReturnType<typeof setUp>) => set.call().throws(new Error("boom"))],
    ["answers a success without a session", (set: ReturnType<typeof setUp>) => set.call().answer(succeed({ status: "done", now: T0 }))],
    ["answers nothing of the kind", (set: ReturnType<typeof setUp>) => set.call().answer(succeed("welcome"))],
  ])("shows `unknown` and reports the bug when an adapter %s", async (_, act) => {
    const set = setUp();
    set.guard.send(signIn);
    await act(set);
    expect(set.guard.getState()).toMatchObject({ at: "password", failure: { error: { code: "unknown" } } });
    expect(set.onFault).toHaveBeenCalledOnce();
  });

  it("offers only what the adapter can do", async () => {
    const set = setUp();
    set.guard.send(signIn);
    await set.call().answer(succeed({ status: "challenge", challenge: challengeAnswer({ factor: "face", factors: [{ factor: "face", bound: true }] }), now: T0 }));
    expect(set.guard.getState()).toMatchObject({ at: "password", failure: { error: { code: "factor_unavailable" } } });
  });
});

describe("a reload in the middle", () => {
  it("asks the server and sends nothing again", async () => {
    const storage = storageOf();
    const leave = await untilCode(setUp({ storage, id: "reload" }));
    leave();
    const set = setUp({ storage: storageOf(new Map(storage.kept)), id: "reload-2" });
    set.storage.kept.set("guard:1:demo:reload-2", storage.kept.get("guard:1:demo:reload") ?? "");
    set.guard.subscribe(() => {});
    expect(set.guard.getState().at).toBe("resuming");
    await set.call().answer(succeed(challengeAnswer({ factors: [{ factor: "email", bound: true, ...delivered }] })));
    expect(set.guard.getState().at).toBe("challenge");
    expect(set.calls.map(({ operation }) => operation)).toEqual(["resume"]);
  });

  it("keeps neither identifier nor password nor code", async () => {
    const set = setUp();
    await untilCode(set);
    set.guard.send({ type: "CODE.SUBMIT", code: "123456" });
    const kept = JSON.stringify([...set.storage.kept]);
    expect(kept).toContain("gc_fixture");
    for (const secret of ["email-user", "secret-password", "123456"]) expect(kept).not.toContain(secret);
  });

  it("keeps nothing of a challenge that could bind", async () => {
    const set = setUp();
    set.guard.subscribe(() => {});
    set.guard.send(signIn);
    await set.call().answer(succeed({ status: "challenge", challenge: challengeAnswer({ need: "bind", factors: [{ factor: "email", bound: false }] }), now: T0 }));
    expect(set.guard.getState().at).toBe("bind");
    expect(set.storage.kept.size).toBe(0);
  });

  it("shows a lock without a request", async () => {
    const set = setUp({ id: "lock" });
    const leave = await untilCode(set);
    set.guard.send({ type: "CODE.SUBMIT", code: "123456" });
    await set.call().answer(fail({ code: "locked", lockedUntil: T0 + 3_600_000 }, T0));
    leave();
    set.clock.advance(LINGER_MS);
    const next = setUp({ storage: set.storage, id: "lock" });
    next.guard.subscribe(() => {});
    expect(next.guard.getState()).toMatchObject({ at: "locked", lockedUntil: T0 + 3_600_000 });
    expect(next.calls).toHaveLength(0);
  });

  it("forgets at done and at BACK", async () => {
    const set = setUp();
    await untilCode(set);
    expect(set.storage.kept.size).toBe(1);
    set.guard.send({ type: "BACK" });
    expect(set.storage.kept.size).toBe(0);
  });

  it("is not resumed by a second Guard on the same place, which writes nothing there either", async () => {
    const storage = storageOf();
    const first = setUp({ storage, id: "twins" });
    await untilCode(first);
    const second = setUp({ storage, id: "twins" });
    second.guard.subscribe(() => {});
    expect(second.guard.getState().at).toBe("password");
    second.guard.send(signIn);
    expect(storage.kept.size).toBe(1);
  });

  it("belongs to the login that took the place of one that nobody looks at any more", async () => {
    const storage = storageOf();
    const first = setUp({ storage, id: "successor" });
    const leave = await untilCode(first);
    leave();
    const second = setUp({ storage, id: "successor" });
    second.guard.subscribe(() => {});
    expect(second.guard.getState().at).toBe("password");
    second.guard.send({ ...signIn, identifier: "admin" });
    expect(storage.kept.size).toBe(0);
    await second.call().answer(succeed({ status: "challenge", challenge: challengeAnswer({ token: "gc_successor" }), now: T0 }));
    first.clock.advance(LINGER_MS);
    expect([...storage.kept.values()].join()).toContain("gc_successor");
  });

  it("drops a record of another shape", () => {
    const set = setUp({ storage: storageOf(new Map([["guard:1:demo:odd", '{"is":"challenge","token":"gc_1","identifier":"me"}']])), id: "odd" });
    set.guard.subscribe(() => {});
    expect(set.guard.getState()).toEqual({ ...fixtures.password });
  });
});

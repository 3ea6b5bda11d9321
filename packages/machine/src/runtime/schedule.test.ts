import type { Operation } from "@guard/contract";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { runningTasks, type Effect, type StateName, type UserEvent } from "../flow/index.ts";
import { answersTo } from "../testing/answers.ts";
import { gestures } from "../testing/gestures.ts";
import { everything, scriptedAdapter, type OpenCall } from "../testing/scripted-adapter.ts";
import { manualClock } from "../testing/still-guard.ts";
import { createGuard } from "./guard.ts";
import { LINGER_MS } from "./loop.ts";
import { loadFlow } from "./load-flow.ts";

beforeAll(loadFlow);

/** One thing that happens to a login. `call` counts back from the newest, and may name one that was answered or aborted long ago. */
type Act =
  | { readonly is: "gesture"; readonly event: UserEvent }
  | { readonly is: "answer"; readonly call: number; readonly which: number }
  | { readonly is: "wait"; readonly ms: number }
  | { readonly is: "look" | "look away" };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ is: fc.constant("answer" as const), call: fc.nat(4), which: fc.nat() }) },
  { weight: 10, arbitrary: fc.record({ is: fc.constant("gesture" as const), event: fc.constantFrom(...gestures) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("wait" as const), ms: fc.constantFrom(100, LINGER_MS, 13_000, 61_000) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constantFrom("look" as const, "look away" as const) }) },
);

const effectTypes: Partial<Record<Operation, Effect["type"]>> = { sendCode: "send", verifyCode: "verify", verifyFace: "face", enrolFace: "face" };

function answerOf({ operation, input }: OpenCall, which: number) {
  const answers = answersTo({ ...input, type: effectTypes[operation] ?? operation } as Effect);
  const answer = answers[which % answers.length];
  if (!answer) throw new Error(`Nothing answers ${operation}. Add it to testing/answers.ts.`);
  return answer.result;
}

/** A login, and what a spectator knows of its calls. */
function begin() {
  const { adapter, calls } = scriptedAdapter(everything);
  const clock = manualClock();
  let ids = 0;
  const guard = createGuard({ login: () => ({ adapter, app: "demo" }), clock, newId: () => `id${ids++}` });
  const answered = new Set<OpenCall>();
  const isAwaited = (call: OpenCall): boolean => !answered.has(call) && !call.context.signal.aborted;
  return { guard, clock, calls, answered, isAwaited, leave: guard.subscribe(() => {}) as (() => void) | undefined };
}

type Login = ReturnType<typeof begin>;

async function answer({ guard, calls, answered, isAwaited }: Login, { call: back, which }: Extract<Act, { is: "answer" }>): Promise<void> {
  const call = calls.at(-1 - (back % calls.length));
  if (!call) return;
  const [before, awaited] = [guard.getState(), isAwaited(call)];
  answered.add(call);
  await call.answer(answerOf(call, which));
  // The heart of it: an answer counts when it is waited for, once, and never otherwise.
  expect(guard.getState() !== before, `${call.operation} at ${before.at}`).toBe(awaited);
}

async function happen(login: Login, what: Act): Promise<void> {
  const { guard, clock } = login;
  switch (what.is) {
    case "gesture":
      // Who looks away presses nothing.
      if (login.leave) guard.send(what.event);
      return;
    case "answer":
      return answer(login, what);
    case "wait":
      return clock.advance(what.ms);
    case "look":
      login.leave ??= guard.subscribe(() => {});
      return;
    case "look away":
      login.leave?.();
      login.leave = undefined;
  }
}

/** What runs is what the state names: nothing more, nothing forgotten (law 3). */
function expectOrder({ guard, calls, isAwaited }: Login): void {
  const state = guard.getState();
  expect(calls.filter(isAwaited), state.at).toHaveLength(runningTasks(state).length);
}

it("takes the answers that it waits for and no other, in any order of a thousand logins (C-04)", async () => {
  const seen = new Set<StateName>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 80, maxLength: 160 }), async (acts) => {
      const login = begin();
      for (const what of acts) {
        const before = login.calls.length;
        await happen(login, what);
        expect(login.calls.length - before).toBeLessThanOrEqual(1);
        expectOrder(login);
        seen.add(login.guard.getState().at);
      }
      login.leave?.();
      login.clock.advance(LINGER_MS);
      expect(login.calls.filter(login.isAwaited)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  // Random, so not all of them each time; a schedule that never leaves the password would prove nothing.
  expect(seen.size).toBeGreaterThan(18);
}, 60_000);

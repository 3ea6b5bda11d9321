import { succeed } from "@guard/contract";
import { afterEach, expect, it, vi } from "vitest";
import { createHttpAdapter } from "./index.ts";

afterEach(() => vi.doUnmock("./calls.ts"));

const context = () => ({ signal: new AbortController().signal, key: "task" });

it("answers network when the chunk with its calls was lost, and asks for the chunk again at the next call", async () => {
  let lost = true;
  vi.doMock("./calls.ts", () => {
    if (lost) throw new TypeError("Failed to fetch dynamically imported module");
    return { createCalls: () => ({ signOut: () => Promise.resolve(succeed({ now: 1 })) }) };
  });
  const adapter = createHttpAdapter({ baseUrl: "https://guard.example" });
  expect(await adapter.signOut({ token: "gs_1" }, context())).toEqual({ ok: false, error: { code: "network" } });
  lost = false;
  expect(await adapter.signOut({ token: "gs_1" }, context())).toEqual(succeed({ now: 1 }));
});

import { endpoints, type CallContext, type Operation } from "@guard/contract";
import { expect, it } from "vitest";
import { createHttpAdapter, type HttpAdapterOptions } from "./index.ts";

const context: CallContext = { signal: new AbortController().signal, key: "task-7" };

/** An adapter that keeps the requests it makes. */
function recorder(baseUrl = "https://login.example.com/", options: Partial<HttpAdapterOptions> = {}) {
  const requests: Request[] = [];
  const adapter = createHttpAdapter({
    baseUrl,
    fetch: (request) => {
      requests.push(request.clone());
      return Response.json({});
    },
    ...options,
  });
  const last = () => {
    const request = requests.at(-1);
    if (!request) throw new Error("No request was made.");
    return request;
  };
  return { adapter, last };
}

it("has a method for every operation of the contract", () => {
  const { adapter } = recorder();
  for (const operation of Object.keys(endpoints) as Operation[]) expect({ operation, type: typeof adapter[operation] }).toEqual({ operation, type: "function" });
});

it("sends a sign-in as JSON below /api/v1, with its key and without a token", async () => {
  const { adapter, last } = recorder();
  await adapter.signIn({ app: "demo", identifier: "ann", password: "pässword" }, context);
  expect(last().method).toBe("POST");
  expect(last().url).toBe("https://login.example.com/api/v1/sign-in");
  expect(last().headers.get("Content-Type")).toBe("application/json");
  expect(last().headers.get("Idempotency-Key")).toBe("task-7");
  expect(last().headers.get("Authorization")).toBeNull();
  expect(await last().json()).toEqual({ app: "demo", identifier: "ann", password: "pässword" });
});

it("carries the token as a bearer and never in the body or the address", async () => {
  const { adapter, last } = recorder();
  await adapter.verifyCode({ token: "gc_1", factor: "email", code: "123456" }, context);
  expect(last().headers.get("Authorization")).toBe("Bearer gc_1");
  expect(last().headers.get("Guard-Tokens")).toBeNull();
  expect(await last().json()).toEqual({ factor: "email", code: "123456" });
  expect(last().url).not.toContain("gc_1");
});

it("asks with a query, without a key and without a body on a read", async () => {
  const { adapter, last } = recorder();
  await adapter.settings({ app: "a&b=c" }, context);
  expect(last().url).toBe("https://login.example.com/api/v1/settings?app=a%26b%3Dc");
  expect(last().headers.get("Idempotency-Key")).toBeNull();
  expect(await last().text()).toBe("");
});

it("fills names of the path and encodes them", async () => {
  const { adapter, last } = recorder();
  await adapter.unbindFactor({ token: "gs_1", id: "../a b" }, context);
  expect(last().method).toBe("DELETE");
  expect(last().url).toBe("https://login.example.com/api/v1/account/factors/..%2Fa%20b");
  expect(await last().text()).toBe("");
});

it("sends a call without input without a body", async () => {
  const { adapter, last } = recorder();
  await adapter.startTotp({ token: "gc_1" }, context);
  expect(last().headers.get("Content-Type")).toBeNull();
  expect(await last().text()).toBe("");
});

it("sends image bytes as they are, under the type their first byte tells", async () => {
  const { adapter, last } = recorder();
  await adapter.verifyFace({ token: "gc_1", image: Uint8Array.of(0xff, 0xd8, 1) }, context);
  expect(last().headers.get("Content-Type")).toBe("image/jpeg");
  expect(new Uint8Array(await last().arrayBuffer())).toEqual(Uint8Array.of(0xff, 0xd8, 1));
  await adapter.enrolFace({ token: "gc_1", image: Uint8Array.of(0x89, 0x50) }, context);
  expect(last().headers.get("Content-Type")).toBe("image/png");
});

it("sends no cookies, reads no cache and follows no redirect", async () => {
  const { adapter, last } = recorder();
  await adapter.signIn({ app: "demo", identifier: "ann", password: "x" }, context);
  expect(last()).toMatchObject({ credentials: "omit", cache: "no-store", redirect: "manual" });
});

it("in cookie mode asks for the cookie and sends no token of its own", async () => {
  const { adapter, last } = recorder("https://www.example.com", { tokens: "cookie" });
  await adapter.verifyCode({ token: "gc_1", factor: "email", code: "123456" }, context);
  expect(last().headers.get("Guard-Tokens")).toBe("cookie");
  expect(last().headers.get("Authorization")).toBeNull();
  expect(last()).toMatchObject({ credentials: "include" });
  expect(await last().json()).toEqual({ factor: "email", code: "123456" });
});

it("sends cookies no further than it is told, whatever carries the tokens", async () => {
  const { adapter, last } = recorder("https://www.example.com", { tokens: "cookie", credentials: "same-origin" });
  await adapter.settings({ app: "demo" }, context);
  expect(last()).toMatchObject({ credentials: "same-origin" });
});

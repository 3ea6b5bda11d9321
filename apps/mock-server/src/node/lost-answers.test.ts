import { afterEach, beforeEach, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { startServer, type RunningServer } from "./index.ts";
import { openLossyProxy, type LossyProxy } from "./testing/lossy-proxy.ts";
import { post, type Reply } from "./testing/process.ts";

let server: RunningServer;
let lossy: LossyProxy;
beforeEach(async () => {
  server = await startServer();
  lossy = await openLossyProxy(server.url);
});
afterEach(async () => {
  await lossy.close();
  await server.close();
});

const challengeToken = ({ body }: Reply) => (body["challenge"] as { readonly token: string }).token;
const sessionToken = ({ body }: Reply) => (body["session"] as { readonly token: string }).token;
const code = () => server.outbox("email-user@example.com")[0]?.code ?? "";
const whoAmI = (token: string) => fetch(`${server.url}/api/v1/session`, { headers: { Authorization: `Bearer ${token}` } });

const signIn = (url: string, app: string, key: string) => post(url, "/sign-in", { app, identifier: "email-user", password: DEMO_PASSWORD }, { key });
const sendCode = (url: string, token: string, key: string) => post(url, "/challenge/send", { factor: "email", trigger: "user" }, { token, key });
const verify = (url: string, token: string, typed: string, key: string) => post(url, "/challenge/verify", { factor: "email", code: typed }, { token, key });

it("a right code whose answer was lost on the wire: the retry with the same key gets a session that works (R12a)", async () => {
  const token = challengeToken(await signIn(server.url, "demo", "in"));
  await sendCode(server.url, token, "send");
  await expect(verify(lossy.url, token, code(), "verify")).rejects.toThrow("fetch failed");
  const again = await verify(server.url, token, code(), "verify");
  expect(again).toMatchObject({ status: 200, body: { status: "done" } });
  expect((await whoAmI(sessionToken(again))).status).toBe(200);
});

it("the answer may be lost again and again: the last session is the one that works", async () => {
  const token = challengeToken(await signIn(server.url, "demo", "in"));
  await sendCode(server.url, token, "send");
  const first = await verify(server.url, token, code(), "verify");
  for (let turn = 0; turn < 3; turn += 1) await expect(verify(lossy.url, token, code(), "verify")).rejects.toThrow("fetch failed");
  const last = await verify(server.url, token, code(), "verify");
  const statuses = [];
  for (const reply of [first, last]) statuses.push((await whoAmI(sessionToken(reply))).status);
  expect(statuses).toEqual([401, 200]);
});

it("whoever lacks the key gets nothing out of a used code", async () => {
  const token = challengeToken(await signIn(server.url, "demo", "in"));
  await sendCode(server.url, token, "send");
  await expect(verify(lossy.url, token, code(), "verify")).rejects.toThrow("fetch failed");
  expect(await verify(server.url, token, code(), "another")).toMatchObject({ status: 401, body: { code: "challenge_expired" } });
});

it("a wrong code whose answer was lost counts once", async () => {
  const token = challengeToken(await signIn(server.url, "demo", "in"));
  for (let turn = 0; turn < 7; turn += 1) await expect(verify(lossy.url, token, "000000", "wrong")).rejects.toThrow("fetch failed");
  expect((await verify(server.url, token, "000000", "wrong")).body).toMatchObject({ code: "code_invalid", attemptsLeft: 5 });
});

it("a send whose answer was lost is one mail, and the retry hears its deadlines", async () => {
  const token = challengeToken(await signIn(server.url, "demo", "in"));
  await expect(sendCode(lossy.url, token, "send")).rejects.toThrow("fetch failed");
  expect(await sendCode(server.url, token, "send")).toMatchObject({ status: 200, body: { sentTo: "e•••@e•••.com" } });
  expect(server.outbox()).toHaveLength(1);
});

it("a password login whose answer was lost leaves one session", async () => {
  await expect(signIn(lossy.url, "demo-open", "in")).rejects.toThrow("fetch failed");
  expect((await whoAmI(sessionToken(await signIn(server.url, "demo-open", "in")))).status).toBe(200);
});

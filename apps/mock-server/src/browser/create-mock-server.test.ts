import { afterEach, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { createMockServer, type MockServer } from "./index.ts";

const open: MockServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

function create(): MockServer {
  const server = createMockServer();
  open.push(server);
  return server;
}

async function post(server: MockServer, path: string, body: object, token = "") {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  const response = await server.fetch(new Request(`http://guard.example/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
  return (await response.json()) as Record<string, unknown> & { challenge?: { token: string } };
}

const signIn = (server: MockServer) => post(server, "/sign-in", { app: "demo", identifier: "email-user", password: DEMO_PASSWORD });

it("logs in with the demo data and a code from its outbox", async () => {
  const server = create();
  const token = (await signIn(server)).challenge?.token;
  await post(server, "/challenge/send", { factor: "email", trigger: "auto" }, token);
  const [mail] = server.outbox("email-user@example.com");
  expect(mail).toMatchObject({ channel: "email", to: "email-user@example.com", code: expect.stringMatching(/^\d{6}$/) });
  expect(await post(server, "/challenge/verify", { factor: "email", code: mail?.code }, token)).toMatchObject({ status: "done" });
});

it("moves its clock", async () => {
  const server = create();
  const before = (await signIn(server))["now"];
  server.advance(3_600_000);
  expect((await signIn(server))["now"]).toBeGreaterThanOrEqual(Number(before) + 3_600_000);
});

it("keeps transactions apart on its one connection, however many calls come at once", async () => {
  const server = create();
  const token = (await signIn(server)).challenge?.token;
  const sends = await Promise.all(Array.from({ length: 20 }, () => post(server, "/challenge/send", { factor: "email", trigger: "auto" }, token)));
  expect(new Set(sends.map((send) => send["resendAt"])).size).toBe(1);
  expect(server.outbox()).toHaveLength(1);
});

it("shares nothing with another server on the same page", async () => {
  const [one, other] = [create(), create()];
  const token = (await signIn(one)).challenge?.token;
  await post(one, "/challenge/send", { factor: "email", trigger: "auto" }, token);
  expect(await post(other, "/challenge/send", { factor: "email", trigger: "auto" }, token)).toMatchObject({ status: 401 });
  expect(other.outbox()).toEqual([]);
});

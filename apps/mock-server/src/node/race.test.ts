import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startServer, type RunningServer } from "./index.ts";

const address = "email-user@example.com";

let folder: string;
let server: RunningServer;
let calls = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "guard-race-"));
  server = await startServer({ databaseUrl: `file:${join(folder, "guard.sqlite")}` });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status?: string;
  readonly code?: string;
  readonly attemptsLeft?: number;
  readonly challenge?: { readonly token: string };
}

/** A call as a new attempt: each has an Idempotency-Key of its own. */
async function post(path: string, body: object, token?: string): Promise<Answer> {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": `race-${(calls += 1)}`, ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
  const response = await fetch(`${server.url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return (await response.json()) as Answer;
}

async function openChallenges(count: number): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) {
    const { challenge } = await post("/sign-in", { app: "demo-email", identifier: "email-user", password: "Guard-demo-2026!" });
    if (!challenge) throw new Error("No challenge came.");
    tokens.push(challenge.token);
  }
  await post("/challenge/send", { factor: "email", trigger: "auto" }, tokens[0]);
  return tokens;
}

function sentCode(): string {
  const code = server.outbox(address)[0]?.code;
  if (code === undefined) throw new Error("No code was sent.");
  return code;
}

/** Looks into the file itself, past the server. */
function stored<Row>(query: string): Row {
  const database = new Database(join(folder, "guard.sqlite"), { readonly: true });
  const row = database.prepare<[], Row>(query).get();
  database.close();
  if (row === undefined) throw new Error(`Nothing stored for: ${query}`);
  return row;
}

const attempt = (tokens: readonly string[], number: number, code: string) => post("/challenge/verify", { factor: "email", code }, tokens[number % tokens.length]);

it("evaluates at most 6 of 200 wrong codes that arrive at once over several challenges (S-01)", async () => {
  const tokens = await openChallenges(5);
  const wrong = String((Number(sentCode()) + 1) % 1_000_000).padStart(6, "0");
  const answers = await Promise.all(Array.from({ length: 200 }, (_, number) => attempt(tokens, number, wrong)));
  const left = answers.flatMap(({ attemptsLeft }) => (attemptsLeft === undefined ? [] : [attemptsLeft]));
  expect(left.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5]);
  expect(answers.filter(({ code }) => code === "locked")).toHaveLength(195);
  expect(stored("select failures, total from account where username = 'email-user'")).toEqual({ failures: 6, total: 6 });
});

it("gives exactly one session for 50 right codes that arrive at once (S-13)", async () => {
  const tokens = await openChallenges(5);
  const code = sentCode();
  const answers = await Promise.all(Array.from({ length: 50 }, (_, number) => attempt(tokens, number, code)));
  expect(answers.filter(({ status }) => status === "done")).toHaveLength(1);
  expect(stored("select count(*) as sessions from session")).toEqual({ sessions: 1 });
});

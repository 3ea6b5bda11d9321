import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { DEMO_PASSWORD, DEMO_USERS } from "../apps/mock-server/src/development/data.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "start.mjs")], { env: { ...process.env, PORT: "0", PLAYGROUND_PORT: "0", DATABASE_URL: "file::memory:", ...env } });
  closing.push(() => child.kill("SIGTERM"));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, ended };
}

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** What it prints until the line that ends the summary. */
async function summaryOf(stdout: AsyncIterable<Buffer>): Promise<string> {
  let printed = "";
  for await (const chunk of stdout) {
    printed += chunk.toString();
    if (printed.includes("Ctrl-C stops both.")) return printed;
  }
  throw new Error(`It ended after: ${printed}`);
}

const addressAfter = (word: string, summary: string): string => new RegExp(`${word} +(http://\\S+)`).exec(summary)?.[1] ?? "";

it("starts the server and the playground, says where they are and who can log in, and stops both on Ctrl-C", { timeout: 60_000 }, async () => {
  const { child, ended } = start({});
  const summary = await summaryOf(child.stdout);
  const addresses = ["Playground", "Server", "Inbox"].map((word) => addressAfter(word, summary));
  const [playground = "", server = "", inbox = ""] = addresses;
  expect((await fetch(playground)).status).toBe(200);
  expect((await fetch(`${server}/readyz`, { headers: { Origin: new URL(playground).origin } })).headers.get("access-control-allow-origin")).toBe(new URL(playground).origin);
  expect(await (await fetch(inbox)).json()).toMatchObject({ messages: [] });
  for (const { username } of DEMO_USERS) expect(summary).toMatch(new RegExp(`^ +${username} +\\S`, "m"));
  expect(summary).toContain(DEMO_PASSWORD);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  for (const address of addresses) await expect(fetch(address)).rejects.toThrow("fetch failed");
});

it.each(["PLAYGROUND_PORT", "PORT"])("says one sentence that names a taken port and %s, and ends with 1", { timeout: 60_000 }, async (name) => {
  const port = await takenPort();
  const { child, ended } = start({ [name]: String(port) });
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  expect(said).toMatch(new RegExp(`^Port ${port} is taken.*${name}[^\n]*\n$`));
  expect(code).toBe(1);
});

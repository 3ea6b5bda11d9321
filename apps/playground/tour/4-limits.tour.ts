import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { PASSWORD, phoneUser, totpUser } from "../e2e/people.ts";
import { wrongCodesFor } from "../e2e/person/code.ts";
import type { Person } from "../e2e/person/person.ts";
import type { ServerCalls } from "../e2e/server.ts";
import { expect, stop } from "./stop.ts";

/** Asks for a code to sign in with, from a network that is nobody's office. */
async function askFrom(server: ServerCalls, ip: string, identifier: string): Promise<{ readonly status: number; readonly code?: string }> {
  const response = await fetch(`${server.url}/api/v1/sign-in/code`, { method: "POST", headers: { "content-type": "application/json", "x-forwarded-for": ip }, body: JSON.stringify({ app: "demo", identifier }) });
  return { status: response.status, ...((await response.json()) as { code?: string }) };
}

stop("R10 · the 61st code that one network asks for within an hour is refused; another network is not", async ({ server, saw }) => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 60; turn += 1) statuses.push((await askFrom(server, "198.51.100.10", `visitor-${turn}@example.net`)).status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const refused = await askFrom(server, "198.51.100.10", "visitor-60@example.net");
  expect(refused).toMatchObject({ status: 429, code: "ip_code_limit" });
  expect((await askFrom(server, "198.51.100.11", "visitor-60@example.net")).status).toBe(200);
  saw(`60 × 200, then 429 ${refused.code ?? ""}; 200 from next door`);
});

/** Six wrong codes, past the page: a lock. */
async function lockOut(server: ServerCalls, I: Person): Promise<void> {
  const opened = (await (await server.call("POST", "/sign-in", { app: "demo-totp", identifier: totpUser.name, password: PASSWORD })).json()) as { challenge?: { token: string } };
  const [wrong = ""] = wrongCodesFor(await I.readAppCode(totpUser.name));
  for (let turn = 0; turn < 6; turn += 1) await server.call("POST", "/challenge/verify", { factor: "totp", code: wrong }, opened.challenge?.token ?? "");
  await server.advance(60 * 60_000 + 1000);
}

stop("R11b · a hundred wrong codes close the account for codes; the recovery code opens it again", async ({ I, server, saw }) => {
  const shownBefore = await recoveryCodeOf(I);
  for (let lock = 0; lock < 17; lock += 1) await lockOut(server, I);
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await expect(I.guard).toHaveAttribute("data-step", "closed");
  const told = (await I.guard.locator("[data-slot=description]").textContent()) ?? "";
  await I.openRecovery();
  await I.enterRecovery(shownBefore);
  await I.seeNewRecoveryCode();
  await I.acknowledge();
  await I.seeSignedIn(totpUser.name);
  saw(`"${told}"; signed in by the recovery code`);
});

/** A fresh one, whatever the stops before have used up: from the centre, after a fresh login. */
async function recoveryCodeOf(I: Person): Promise<string> {
  await I.open({ app: "demo-totp" });
  await I.signIn(totpUser.name);
  await I.enterCode(await I.readAppCode(totpUser.name));
  await I.seeSignedIn(totpUser.name);
  await I.openSecurity();
  await I.press("Recovery code: Make a new one");
  await I.press("Make a new one");
  return I.seeNewRecoveryCode();
}

/** An SMS provider that takes the first message and refuses every other. */
async function openProvider() {
  const taken: string[] = [];
  const provider = createServer((request, response) => {
    request.setEncoding("utf8");
    let body = "";
    request.on("data", (part: string) => void (body += part));
    request.on("end", () => response.writeHead(taken.push(body) === 1 ? 200 : 400).end());
  }).listen(0, "127.0.0.1");
  await once(provider, "listening");
  return { url: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/sms`, taken, close: () => void provider.close() };
}

stop("R6a · a new code that the provider refuses is dropped: the older one lives on, and no wait starts", async ({ own, atTheEnd, saw }) => {
  const provider = await openProvider();
  atTheEnd(provider.close);
  const { I } = await own({ SMS_URL: provider.url, SMS_SECRET: `whsec_${btoa("y".repeat(32))}` });
  await I.takeThePagesClock();
  await I.open();
  await I.signIn(phoneUser.name);
  await I.seeCodeSentTo(phoneUser.masked);
  await I.letPass(61_000);
  await I.askForANewCode();
  await expect(I.alert).not.toBeEmpty();
  const told = (await I.alert.textContent()) ?? "";
  await expect(I.resendButton).not.toHaveAttribute("aria-disabled", "true");
  const code = /\b\d{6}\b/.exec(provider.taken[0] ?? "")?.[0] ?? "";
  await I.enterCode(code);
  await I.seeSignedIn(phoneUser.name);
  saw(`"${told}"; ${provider.taken.length} messages handed to the provider, and the first one's code signed in`);
});

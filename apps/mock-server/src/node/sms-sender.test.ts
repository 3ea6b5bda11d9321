import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Handover, Sms } from "../ports.ts";
import { createSmsSender } from "./sms-sender.ts";
import { parseSmsUrl } from "./sms-url.ts";
import { openScriptedHttp, type HttpAnswer, type ScriptedHttp } from "./testing/scripted-http.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const NOW = 1_800_000_000_000;
const KEY = Buffer.alloc(32, 7);
const SECRET = `whsec_${KEY.toString("base64")}`;
const sms: Sms = { to: "+8613800138000", text: "Guard Demo\n123456\n\n@localhost #123456", code: "123456", application: "Guard Demo" };

async function provider(answer: HttpAnswer): Promise<ScriptedHttp> {
  const scripted = await openScriptedHttp(answer);
  closing.push(scripted.close);
  return scripted;
}

function senderTo(smsUrl: string, deadlineMs = 300, reasons: string[] = []) {
  const parsed = parseSmsUrl(smsUrl, SECRET);
  if (parsed.kind === "off") throw new Error("It is off.");
  return createSmsSender(parsed, { now: () => NOW }, { deadlineMs, onFailure: (_, reason) => reasons.push(reason) });
}

/** How the same provider is named in an SMS_URL of each kind. */
const KINDS = [
  ["a webhook", (url: string) => `${url}/sms`],
  ["Twilio's API", (url: string) => `${url.replace("http://", "twilio://AC0:token@")}?from=+15005550006`],
] as const;

it("tells a webhook of the message, signed as Standard Webhooks has it, the time included", async () => {
  const { url, requests } = await provider(204);
  expect(await senderTo(`${url}/sms?tenant=1`).send(sms)).toBe("handed-over");
  const [{ path, headers, body } = { path: "", headers: {}, body: "" }] = requests;
  expect([path, headers["content-type"], headers["webhook-timestamp"]]).toEqual(["/sms?tenant=1", "application/json", String(NOW / 1000)]);
  expect(JSON.parse(body)).toEqual({ type: "sms", ...sms });
  const signed = `${String(headers["webhook-id"])}.${NOW / 1000}.${body}`;
  expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", KEY).update(signed).digest("base64")}`);
});

it("posts Twilio's form to the account's messages, with its credentials and its sender", async () => {
  const { url, requests } = await provider(201);
  const service = "MG0123456789abcdef0123456789abcdef";
  await senderTo(KINDS[1][1](url)).send(sms);
  await senderTo(`${url.replace("http://", "twilio://AC0:to%2Fken@")}?from=${service}`).send(sms);
  expect(requests[0]).toMatchObject({ path: "/2010-04-01/Accounts/AC0/Messages.json", headers: { authorization: `Basic ${btoa("AC0:token")}`, "content-type": "application/x-www-form-urlencoded" } });
  expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({ To: sms.to, From: "+15005550006", Body: sms.text });
  expect(Object.fromEntries(new URLSearchParams(requests[1]?.body))).toEqual({ To: sms.to, MessagingServiceSid: service, Body: sms.text });
  expect(requests[1]?.headers.authorization).toBe(`Basic ${btoa("AC0:to/ken")}`);
});

describe.each(KINDS)("what is certain about an SMS by %s that failed (R6a)", (_kind, smsUrlOf) => {
  it.each<[HttpAnswer, Handover, string]>([
    [400, "refused", "400"],
    [401, "refused", "401"],
    [429, "refused", "429"],
    [302, "refused", "302"],
    [307, "refused", "307"],
    [500, "unknown", "500"],
    [503, "unknown", "503"],
    ["hang", "unknown", "deadline"],
    ["drop", "unknown", "ECONNRESET"],
  ])("%s is %s", async (answer, outcome, reason) => {
    const { url, requests } = await provider(answer);
    const reasons: string[] = [];
    expect(await senderTo(smsUrlOf(url), 300, reasons).send(sms)).toBe(outcome);
    expect(reasons).toEqual([reason]);
    // Once: no redirect is followed, nothing is tried again.
    expect(requests).toHaveLength(1);
  });

  it("nobody listens: refused", async () => {
    const reasons: string[] = [];
    expect(await senderTo(smsUrlOf("http://127.0.0.1:1"), 5_000, reasons).send(sms)).toBe("refused");
    expect(reasons).toEqual(["ECONNREFUSED"]);
  });

  it("80 at once are answered by the deadline, whatever the provider does, and what got no place is refused", async () => {
    const { url, requests } = await provider("hang");
    const sender = senderTo(smsUrlOf(url), 300);
    const began = performance.now();
    const outcomes = await Promise.all(Array.from({ length: 80 }, () => sender.send(sms)));
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(outcomes.filter((outcome) => outcome === "unknown")).toHaveLength(requests.length);
    expect(requests).toHaveLength(8);
  });
});

it("a provider that answers no TLS was told nothing: refused", async () => {
  const server = createServer((socket) => void socket.on("error", () => {}).resume().end("HTTP/1.1 200 OK\r\n\r\n")).listen(0, "127.0.0.1");
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  await once(server, "listening");
  expect(await senderTo(`https://127.0.0.1:${(server.address() as AddressInfo).port}/sms`, 2_000).send(sms)).toBe("refused");
});

it("logs reasons in which there is no number, no code and no token", async () => {
  const reasons: string[] = [];
  for (const answer of [400, 500, "hang", "drop"] as const) await senderTo(KINDS[1][1]((await provider(answer)).url), 100, reasons).send(sms);
  expect(reasons.join(" ")).not.toMatch(/138|123456|token/);
});

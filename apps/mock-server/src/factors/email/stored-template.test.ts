import Sqlite from "better-sqlite3";
import { beforeEach, expect, it } from "vitest";
import { transact } from "../../store/transaction.ts";
import type { Tx } from "../../store/transaction.ts";
import { challengeOf, send, sessionOf, mailedCode, verify } from "../../testing/login.ts";
import { createRig } from "../../testing/rig.ts";
import type { Rig } from "../../testing/rig.ts";
import { forgetTemplate, previewTemplate, readTemplate, saveTemplate } from "./stored-template.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await createRig(new Sqlite(":memory:"));
});

const run = <T>(work: (tx: Tx) => Promise<T>) => transact(rig.ports.store, work);
const words = (subject: string) => ({ subject, text: `${subject}\n{{code}}\n`, html: `<p>{{application_name}}</p>{{code}}` });
const save = (scope: string, subject: string) => run((tx) => saveTemplate(tx, scope, words(subject), 1));
const read = (app: string) => run((tx) => readTemplate(tx, app, 10));

async function subjectIn(app: string): Promise<string | undefined> {
  const { token } = await challengeOf(rig, app, "email-user");
  await send(rig, token);
  return rig.mails.at(-1)?.subject;
}

it("is ours until somebody writes one, then everybody's, then an application's own; and back again (R20)", async () => {
  expect(await read("demo-email")).toMatchObject({ from: "default", template: { subject: "Your {{application_name}} sign-in code" } });
  await save("global", "For all of {{application_name}}");
  await save("demo-email", "Only here");
  expect(await read("demo-email")).toEqual({ from: "application", template: words("Only here") });
  expect(await read("demo")).toEqual({ from: "global", template: words("For all of {{application_name}}") });
  await run((tx) => forgetTemplate(tx, "demo-email"));
  expect(await read("demo-email")).toMatchObject({ from: "global" });
});

it("goes out with the next code, and its code signs in (R20)", async () => {
  await save("global", "Hello {{email}} at {{application_name}}");
  expect(await subjectIn("demo")).toBe("Hello email-user@example.com at Guard Demo");
  await save("demo-email", "Only here");
  rig.advance(60_000);
  const { token } = await challengeOf(rig, "demo-email", "email-user");
  await send(rig, token);
  expect(rig.mails.at(-1)).toMatchObject({ subject: "Only here", html: `<p>Guard Demo (e-mail)</p>${mailedCode(rig)}` });
  sessionOf(await verify(rig, token, mailedCode(rig)));
});

it("is not the mail that asks to bind an address", async () => {
  await save("global", "Hello");
  const { token } = await challengeOf(rig, "demo-email", "new-user");
  await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token });
  await send(rig, token, "user");
  expect(rig.mails.at(-1)?.subject).toBe("Confirm your e-mail for Guard Demo (e-mail)");
});

it("is not saved with a fault, and what was there before stays (S-50)", async () => {
  await save("global", "Hello");
  expect(await run((tx) => saveTemplate(tx, "global", { ...words("New"), text: "no code" }, 2))).toEqual({ code: "code_missing", part: "text", at: 7 });
  expect(await read("demo")).toEqual({ from: "global", template: words("Hello") });
});

it("is seen before it is saved, with a code that opens nothing", () => {
  expect(previewTemplate(words("Hi {{email}}"), "A & B")).toEqual({ subject: "Hi jane@example.com", text: "Hi jane@example.com\n012345\n", html: "<p>A &amp; B</p>012345" });
  expect(previewTemplate({ ...words("Hi"), html: "" }, "A")).toEqual({ code: "empty", part: "html", at: 0 });
});

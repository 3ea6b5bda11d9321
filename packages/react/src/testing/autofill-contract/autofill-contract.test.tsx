import { useState, type ReactNode } from "react";
import { act, render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { autofillChecks, autofillContract, fillContract } from "./autofill-contract.ts";
import { faulty, forms, page } from "./page.ts";
import type { AutofillStep } from "./scene.ts";

const broken = (root: HTMLElement, step: AutofillStep): string[] => autofillContract(root, step).map(({ check, found }) => `${check} ${found}`);

describe("a good form breaks no check", () => {
  it.each(["password", "codeRequest", "verify", "recovery", "bind"] as const)("at the step %s", (step) => {
    expect(broken(page(forms[step]), step)).toEqual([]);
  });

  it("with a number to bind, whose country is its own field", () => {
    expect(broken(page(forms.phone), "bind")).toEqual([]);
  });
});

/** check, what is wrong, where, the good part and the bad one, and what is found. */
const faults: readonly (readonly [string, string, keyof typeof forms, string, string, string])[] = [
  ["B1", "an id that is a part of “forgot” when cleaned", "verify", 'id="guard-otp"', 'id="_r_g_"', "B1 input#_r_g_: “_r_g_”"],
  ["B2", "a name that holds “captcha”", "verify", 'name="otp"', 'name="otp-captcha"', "B2 input#guard-otp: “otp-captcha”"],
  ["B3", "an id with the word “find” in camel case", "codeRequest", 'id="guard-username"', 'id="findMe"', "B3 input#findMe: “findMe”"],
  ["B4", "“twofactor” in the password’s own data", "password", 'type="password"', 'type="password" data-flow="twofactor"', "B4 input#guard-current-password: “twofactor”"],
  ["B5", "a label that asks for a new password", "password", ">Password<", ">New password<", "B5 input#guard-current-password: “new password”"],
  ["B6", "a form named “join”", "password", 'id="guard-form"', 'id="join-form"', "B6 input#guard-current-password: “join-form”"],
  ["B7", "a form that posts to a newsletter", "password", 'id="guard-form"', 'action="/newsletter"', "B7 form: “newsletter”"],
  ["B8", "an autocomplete with a section before it", "verify", '"one-time-code"', '"section-x one-time-code"', "B8 input#guard-otp"],
  ["B10", "a recovery code that a manager spends a one-time code on", "recovery", '"off"', '"one-time-code"', "B10 input#guard-recovery"],
  ["B11", "a class that holds “login”", "verify", 'type="text"', 'type="text" class="guard-login__input"', "B11 input#guard-otp: “login”"],
  ["B12", "six fields of one digit", "verify", "</div><button", `${'<input autocomplete="one-time-code">'.repeat(5)}</div><button`, "B12 6 fields: input#guard-otp, input, input, input, input, input"],
  ["B13", "a field that is painted away", "codeRequest", 'name="username"', 'name="username" style="opacity: 0"', "B13 input#guard-username is painted away"],
  ["B19", "a button that submits nothing", "password", '<button type="submit">Sign in', '<button type="button">Go', "B19 form#guard-form"],
  ["B21", "an address that a manager takes for a login name", "bind", 'name="new-email"', 'name="username"', 'B21 input#guard-new-email lacks name="new-email"'],
  ["B22", "a number without its autocomplete", "phone", 'autocomplete="tel">', 'autocomplete="off">', 'B22 input#guard-phone lacks autocomplete="tel"'],
  ["B23", "a box to search countries in that managers fill", "phone", "<select", '<input id="guard-filter" type="search" autocomplete="off" data-1p-ignore><select', "B23 input#guard-filter lacks data-bwignore"],
  ["B24", "a hidden panel that keeps its field", "verify", "<form>", '<div hidden><input id="guard-old"></div><form>', "B24 input#guard-old in a hidden box"],
];

describe("each check finds its fault", () => {
  it.each(faults)("%s: %s", (_, __, form, part, fault, found) => {
    expect(broken(page(faulty(form, part, fault)), form === "phone" ? "bind" : form)).toContainEqual(expect.stringContaining(found));
  });

  it("B9: “recovery” as the text beside the code", () => {
    const root = page(faulty("verify", "></div><button", "> or a recovery code</div><button"));
    expect(broken(root, "verify")).toEqual(["B9 input#guard-otp: “recovery”"]);
  });

  it("B13: a field of 8 px, and one that lies under something", () => {
    expect(broken(page(forms.verify, { "guard-otp": { width: 8, height: 44 } }), "verify")).toEqual(["B13 input#guard-otp is 8 × 44 px"]);
    expect(broken(page(faulty("verify", "<p>", "<p data-on-top>")), "verify")).toEqual(["B13 input#guard-otp lies under something"]);
  });

  it("B14: an entry that fades in from nothing", () => {
    const style = (from: string): string => `<style>@keyframes enter { from { opacity: ${from} } } form { animation-name: enter }</style>`;
    expect(broken(page(style("0") + forms.verify), "verify")).toEqual(["B14 input#guard-otp"]);
    expect(broken(page(style(".2") + forms.verify), "verify")).toEqual([]);
  });

  it("B15: a field that is wider than the page", () => {
    expect(broken(page(forms.verify, { "guard-otp": { left: 110, width: 300, height: 44 } }), "verify")).toEqual(["B15 input#guard-otp"]);
  });

  it("B16: a closed shadow root", () => {
    const host = document.body.appendChild(document.createElement("div"));
    const root = page(forms.verify);
    host.attachShadow({ mode: "closed" }).append(root);
    expect(broken(root, "verify")).toContainEqual("B16 a closed shadow root");
  });

  it("B20: a heading that says something else over an e-mail address alone", () => {
    const root = page(forms.codeRequest);
    root.querySelector("h2")?.replaceChildren("News from Acme");
    expect(broken(root, "codeRequest")).toEqual(["B20 form"]);
  });
});

function CodeForm({ onChange = (typed: string) => typed, onBlur = (kept: string) => kept }: { readonly onChange?: (typed: string) => string; readonly onBlur?: (kept: string) => string }): ReactNode {
  const [value, setValue] = useState("");
  return (
    <form>
      <input id="guard-otp" value={value} onInput={({ currentTarget }) => setValue(onChange(currentTarget.value))} onChange={() => {}} onBlur={() => setValue(onBlur)} />
    </form>
  );
}

/** A manager's world has no React in it: its prototype's setter is called, past the tracker on the element itself. */
async function filled(form: ReactNode): Promise<string[]> {
  const { container } = render(form);
  for (const input of container.querySelectorAll("input")) Reflect.deleteProperty(input, "value");
  const findings = await act(() => fillContract(container, "verify"));
  return findings.map(({ check, found }) => `${check} ${found}`);
}

describe("what only a fill shows", () => {
  it("a field that keeps what it is given", async () => expect(await filled(<CodeForm />)).toEqual([]));

  it("B17: a field that takes nothing from outside", async () => {
    expect(await filled(<CodeForm onChange={() => ""} />)).toContainEqual("B17 input#guard-otp holds “” instead of “123456”");
  });

  it("B18: a field that is emptied when it is left", async () => {
    expect(await filled(<CodeForm onBlur={() => ""} />)).toEqual(["B18 input#guard-otp holds “” instead of “123456”"]);
  });
});

it("there are 24 checks, and each has a fault above", () => {
  expect(autofillChecks.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, index) => `B${index + 1}`));
});

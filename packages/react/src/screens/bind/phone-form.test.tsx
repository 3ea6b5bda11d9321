import type { GuardError } from "@guard/contract";
import type { BindState } from "@guard/machine";
import { challengeData, failure, fixtures, smsFactor } from "@guard/machine/testing";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { CountrySelectProps } from "../../slots.ts";
import { storyLogin, StoryGuard, storySettings } from "../../testing/story-guard.tsx";

const bindingPhone = (typedTarget?: string, error?: GuardError): BindState => ({
  ...fixtures.bind,
  challenge: challengeData(smsFactor({ bound: false, delivery: { is: "unsent" }, ...(typedTarget ? { typedTarget } : {}), ...(error ? { failure: failure(error) } : {}) }), { need: "bind" }),
});
const settings = { ...storySettings, phoneCountries: ["CN", "GB", "JE"] };

async function openForm(state: BindState = bindingPhone()) {
  const login = storyLogin(state);
  render(<StoryGuard state={state} login={login} initialSettings={settings} />);
  const number = await screen.findByRole<HTMLInputElement>("textbox");
  const country = screen.getByRole<HTMLSelectElement>("combobox");
  await waitFor(() => expect(country).toHaveTextContent("+86"));
  return { guard: login.guard, number, country };
}

it("asks for a country of the application's list, by name, with the first one chosen", async () => {
  const { country } = await openForm();
  expect(country).toHaveValue("CN");
  expect([...country.options].map(({ text }) => text.replace(/[\u2066\u2069]/g, ""))).toEqual(["China (+86)", "Jersey (+44)", "United Kingdom (+44)"]);
});

it("groups digits as they are typed and leaves the caret where the person is", async () => {
  const { number } = await openForm();
  await userEvent.type(number, "13800138000");
  expect(number).toHaveValue("138 0013 8000");
  number.setSelectionRange(6, 6);
  await userEvent.keyboard("{Backspace}");
  expect(number).toHaveValue("138 0138 000");
  expect(number.selectionStart).toBe(5);
});

it("lets a separator be deleted on the way to the digit before it", async () => {
  const { number } = await openForm();
  await userEvent.type(number, "1380013");
  expect(number).toHaveValue("138 0013");
  number.setSelectionRange(4, 4);
  await userEvent.keyboard("{Backspace}{Backspace}");
  expect(number.value.replace(/\D/g, "")).toBe("130013");
});

it("keeps the person's own country where a typed code is the same", async () => {
  const { number, country } = await openForm();
  await userEvent.selectOptions(country, "JE");
  await userEvent.type(number, "+447911123456");
  expect(country).toHaveValue("JE");
});

it("submits once, however often somebody presses while the number is read", async () => {
  const { guard, number } = await openForm();
  await userEvent.type(number, "13800138000");
  const form = number.form as HTMLFormElement;
  for (const each of [form, form]) fireEvent.submit(each);
  await waitFor(() => expect(guard.sent).toEqual([{ type: "TARGET.SUBMIT", target: "+8613800138000" }]));
});

it("says what the server thinks of this number, and of no other", async () => {
  const { guard, number } = await openForm();
  await userEvent.type(number, "13800138000");
  act(() => guard.show(bindingPhone("+8613800138000", { code: "target_unavailable" })));
  expect(number).toHaveAccessibleDescription("That number can’t be used here. Try another one.");
  expect(number).toHaveFocus();
  await userEvent.type(number, "1");
  expect(number).toHaveAccessibleDescription("");
  await userEvent.keyboard("{Backspace}");
  expect(number).toHaveAccessibleDescription("That number can’t be used here. Try another one.");
});

it("takes a host's own picker for the country", async () => {
  const CountrySelect = ({ id, options, value, onChoose }: CountrySelectProps) => (
    <button type="button" id={id} onClick={() => onChoose(options[1]?.country ?? "")}>
      {value}
    </button>
  );
  render(<StoryGuard state={bindingPhone()} initialSettings={settings} slots={{ CountrySelect }} />);
  const picker = await screen.findByRole("button", { name: "Country or region" });
  expect(picker).toHaveTextContent("CN");
  await userEvent.click(picker);
  expect(picker).toHaveTextContent("JE");
});

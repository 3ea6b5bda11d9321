import { createHttpAdapter } from "@guard/adapter-http";
import type { Session } from "@guard/react";
import { createMockServer } from "@guard/mock-server/browser";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { Login } from "./login.tsx";

let server = createMockServer();
const onSignedIn = vi.fn<(session: Session) => void>();

const inPage: typeof fetch = (input, init) => server.fetch(new Request(input, init));

function open(): void {
  const adapter = createHttpAdapter({ baseUrl: "http://guard.test", fetch: inPage });
  render(
    <StrictMode>
      <Login adapter={adapter} onSignedIn={onSignedIn} />
    </StrictMode>,
  );
}

async function fill(label: string, text: string): Promise<void> {
  await userEvent.clear(screen.getByLabelText(label));
  await userEvent.paste(text);
}

async function signIn(user: string, password = "Guard-demo-2026!"): Promise<void> {
  await fill("Account", user);
  await fill("Password", password);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

async function newestCode(address: string): Promise<string> {
  await waitFor(() => expect(server.outbox(address)).not.toHaveLength(0));
  return server.outbox(address)[0]?.code ?? "";
}

beforeEach(() => {
  server = createMockServer();
  onSignedIn.mockClear();
  sessionStorage.clear();
});

it("a whole login runs in markup that is nobody’s but the page’s", { timeout: 15_000 }, async () => {
  open();
  await signIn("email-user", "wrong");
  expect(await screen.findByText("Account and password don’t match.")).toBeVisible();
  expect(screen.getByLabelText("Password")).toHaveValue("");
  expect(screen.getByLabelText("Account")).toHaveValue("email-user");

  await signIn("email-user");
  const field = await screen.findByLabelText("Code");
  expect(field).toHaveAttribute("autocomplete", "one-time-code");
  const code = await newestCode("email-user@example.com");
  await fill("Code", code === "000000" ? "111111" : "000000");
  expect(await screen.findByText(/That is not the code. 5 tries are left/)).toBeVisible();
  expect(field).toHaveValue("");
  expect(field).toBeInvalid();
  expect(screen.getByRole("button", { name: "Send another code" })).toHaveAttribute("aria-disabled", "true");
  expect(screen.getByRole("timer")).toHaveTextContent(/in \d+ s/);
  await userEvent.click(screen.getByRole("button", { name: "Send another code" }));
  expect(server.outbox("email-user@example.com")).toHaveLength(1);

  await userEvent.click(field);
  await userEvent.paste(`Your code is ${code}`);
  expect(await screen.findByRole("heading", { name: "Hello, email-user" })).toBeVisible();
  expect(onSignedIn).toHaveBeenCalledOnce();
  expect(document.querySelector("[data-guard], [data-slot]")).toBeNull();
});

it("an address is bound first where none is, and its first code is sent by hand", async () => {
  open();
  await signIn("new-user");
  await screen.findByLabelText("Email");
  await fill("Email", "new-user@example.com");
  await userEvent.click(screen.getByRole("button", { name: "Continue" }));
  await userEvent.click(await screen.findByRole("button", { name: "Send a code" }));
  await fill("Code", await newestCode("new-user@example.com"));
  expect(await screen.findByRole("heading", { name: "Hello, new-user" })).toBeVisible();
});

it("the way back leads to the first step, with the account as it was typed", async () => {
  open();
  await signIn("email-user");
  await userEvent.click(await screen.findByRole("button", { name: "Back" }));
  expect(screen.getByLabelText("Account")).toHaveValue("email-user");
  expect(screen.getByLabelText("Password")).toHaveValue("");
});

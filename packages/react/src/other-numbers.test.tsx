import { createHttpAdapter } from "@guard/adapter-http";
import { createMockServer } from "@guard/mock-server/browser";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Guard } from "./index.ts";

it("says what is so where an application locks after 3 wrong codes for 5 minutes, and its codes live for 2", async () => {
  const server = createMockServer({ numbers: { failuresToLock: 3, lockMs: 300_000, codeLifetimeMs: 120_000 } });
  render(<Guard adapter={createHttpAdapter({ baseUrl: "http://guard.test", fetch: (request) => server.fetch(request) })} app="demo" />);
  await userEvent.type(screen.getByRole("textbox"), "email-user");
  await userEvent.type(screen.getByLabelText("Password"), "Guard-demo-2026!{Enter}");

  const field = await screen.findByLabelText("6-digit code");
  expect(await screen.findByText(/It expires in (2 minutes|1 minute)\.$/)).toBeVisible();
  const [right] = await waitFor(() => {
    const letters = server.outbox("email-user@example.com");
    expect(letters).toHaveLength(1);
    return letters;
  });
  const [first = "", second = "", third = ""] = ["111111", "222222", "333333", "444444"].filter((code) => code !== right?.code);
  await userEvent.type(field, first);
  await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining("2 attempts left; after that your account is locked for a while.")));
  await userEvent.type(field, second);
  await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining("1 attempt left; after that your account is locked for a while.")));
  await userEvent.type(field, third);

  expect(await screen.findByRole("heading", { name: "Too many attempts" })).toBeVisible();
  expect(screen.getByText(/^To protect your account/).parentElement).toHaveTextContent(/we paused sign-in after too many wrong codes\. Try again in 5 minutes \(at /);
});

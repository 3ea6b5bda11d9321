import { createHttpAdapter } from "@guard/adapter-http";
import { createMockServer } from "@guard/mock-server/browser";
import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createInspection, InspectedGuard, Inspector } from "../inspector.ts";

const PASSWORD = "Guard-demo-2026!";

function open() {
  const server = createMockServer();
  const adapter = createHttpAdapter({ baseUrl: "http://guard.test", fetch: server.fetch });
  const inspection = createInspection();
  const onSuccess = vi.fn<() => void>();
  render(
    <StrictMode>
      <InspectedGuard inspection={inspection} adapter={adapter} app="demo" initialValues={{ identifier: "email-user" }} onSuccess={onSuccess} />
      <Inspector inspection={inspection} onAdvance={server.advance} />
    </StrictMode>,
  );
  return { server, onSuccess };
}

const inspector = () => within(screen.getByRole("region", { name: "State inspector" }));

async function signIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText("Password"), PASSWORD);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  await screen.findByLabelText("6-digit code");
}

async function jump(to: string): Promise<void> {
  await userEvent.selectOptions(inspector().getByLabelText("Jump to"), to);
  await userEvent.click(inspector().getByRole("button", { name: "Jump" }));
}

beforeEach(() => sessionStorage.clear());

describe("the inspector of a login", () => {
  it("shows the live state and each event, and nothing that was typed", async () => {
    const { server } = open();
    await signIn();
    expect(inspector().getByText("State:", { exact: false })).toHaveTextContent("State: challenge");
    const first = inspector().getAllByRole("listitem").at(-1);
    expect(first).toHaveTextContent("PASSWORD.SUBMIT password → password.submitting");
    expect(first).toHaveAttribute("value", "1");
    await waitFor(() => expect(server.outbox("email-user@example.com")).toHaveLength(1));
    const told = screen.getByRole("region", { name: "State inspector" }).textContent;
    for (const secret of [PASSWORD, "email-user", "@", server.outbox()[0]?.code ?? "no code"]) expect(told).not.toContain(secret);
  });

  it("jumps to any state, and hands no session out for it", async () => {
    const { onSuccess } = open();
    await jump("locked");
    expect(await screen.findByRole("heading", { name: "Too many attempts" })).toBeVisible();
    await jump("done");
    expect(await screen.findByRole("heading", { name: /signed in/ })).toBeVisible();
    expect(onSuccess).not.toHaveBeenCalled();
  });

  it("moves the clocks of the login and of its server, so that a minute passes at once", async () => {
    const { server } = open();
    await signIn();
    await waitFor(() => expect(screen.getByRole("button", { name: "Resend code" })).toHaveAttribute("aria-disabled", "true"));
    await waitFor(() => expect(server.outbox("email-user@example.com")).toHaveLength(1));
    await userEvent.click(inspector().getByRole("button", { name: "+1 min" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Resend code" })).toHaveAttribute("aria-disabled", "false"));
    await userEvent.click(screen.getByRole("button", { name: "Resend code" }));
    await waitFor(() => expect(server.outbox("email-user@example.com")).toHaveLength(2));
  });
});

import { createHttpAdapter } from "@guard/adapter-http";
import { createMockServer } from "@guard/mock-server/browser";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode, type ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { GuardDialog, type GuardDialogProps } from "../dialog.ts";

const server = createMockServer();
const adapter = createHttpAdapter({ baseUrl: "http://guard.test", fetch: (async (input, init) => server.fetch(new Request(input, init))) as typeof fetch });
const onOpenChange = vi.fn<(open: boolean) => void>();

const page = (props: Partial<GuardDialogProps> & { readonly open: boolean }): ReactNode => (
  <StrictMode>
    <GuardDialog onOpenChange={onOpenChange} adapter={adapter} app="demo-open" {...props} />
  </StrictMode>
);

const aTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

// jsdom opens no dialogs; what a browser does of itself is tested in Chromium (e2e/strict.spec.ts).
beforeEach(() => {
  sessionStorage.clear();
  onOpenChange.mockClear();
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
      // A browser tells of it later, as here.
      queueMicrotask(() => this.dispatchEvent(new Event("close")));
    },
  });
});

afterEach(() => vi.restoreAllMocks());

it("loads no login before it is opened, and keeps the one it has while it is closed", async () => {
  const { rerender } = render(page({ open: false }));
  expect(document.querySelector("[data-guard]")).toBeNull();
  rerender(page({ open: true }));
  await userEvent.click(screen.getByLabelText("Password"));
  await userEvent.paste("typed");
  rerender(page({ open: false }));
  rerender(page({ open: true }));
  expect(screen.getByLabelText("Password")).toHaveValue("typed");
});

it("tells the host what the browser closed, and not what the host closed itself", async () => {
  const { rerender } = render(page({ open: true }));
  rerender(page({ open: false }));
  await aTask();
  expect(onOpenChange).not.toHaveBeenCalled();
  rerender(page({ open: true }));
  screen.getByRole<HTMLDialogElement>("dialog").close();
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false));
});

it("is there again where the host keeps it open", async () => {
  const { rerender } = render(page({ open: true }));
  await aTask();
  screen.getByRole<HTMLDialogElement>("dialog").close();
  await waitFor(() => expect(onOpenChange).toHaveBeenCalledOnce());
  rerender(page({ open: true }));
  expect(screen.getByRole("dialog")).toHaveAttribute("open");
});

it("has a button that closes it, and starts anew after a login that is done", async () => {
  const { rerender } = render(page({ open: true }));
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
  await userEvent.click(screen.getByRole("textbox"));
  await userEvent.paste("email-user");
  await userEvent.click(screen.getByLabelText("Password"));
  await userEvent.paste("Guard-demo-2026!");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("heading", { name: "You’re signed in" })).toBeVisible();
  rerender(page({ open: false }));
  expect(document.querySelector("[data-guard]")).toBeNull();
  rerender(page({ open: true }));
  expect(screen.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

it("renders on the server, closed", () => {
  expect(renderToString(page({ open: true }))).not.toMatch(/<dialog[^>]* open/);
});

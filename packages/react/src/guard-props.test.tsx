import { createHttpAdapter } from "@guard/adapter-http";
import { createMockServer } from "@guard/mock-server/browser";
import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Guard, type GuardProps, type GuardReport } from "./index.ts";

let server = createMockServer();
let signIns = 0;

const counted: typeof fetch = (input, init) => {
  const request = new Request(input, init);
  if (request.url.endsWith("/sign-in")) signIns += 1;
  return server.fetch(request);
};

const adapter = createHttpAdapter({ baseUrl: "http://guard.test", fetch: counted });

const show = (props: Partial<GuardProps> = {}) =>
  render(
    <StrictMode>
      <Guard adapter={adapter} app="demo" initialValues={{ identifier: "email-user" }} {...props} />
    </StrictMode>,
  );

async function signIn(): Promise<void> {
  await userEvent.type(screen.getByLabelText("Password"), "Guard-demo-2026!");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

const codeField = () => screen.findByLabelText("6-digit code");

async function enterCode(): Promise<void> {
  const field = await codeField();
  await waitFor(() => expect(server.outbox("email-user@example.com")).toHaveLength(1));
  await userEvent.type(field, server.outbox("email-user@example.com")[0]?.code ?? "");
}

beforeEach(() => {
  server = createMockServer();
  signIns = 0;
  sessionStorage.clear();
});

describe("onBeforeSubmit", () => {
  it("keeps a form here when it says no, and loses nothing", async () => {
    const onBeforeSubmit = vi.fn<(step: string) => boolean>(() => false);
    show({ onBeforeSubmit });
    await signIn();
    expect(onBeforeSubmit).toHaveBeenCalledExactlyOnceWith("password");
    expect(signIns).toBe(0);
    expect(screen.getByLabelText("Password")).toHaveValue("Guard-demo-2026!");
  });

  it("is asked once while it makes up its mind, and lets the form go when it says yes", async () => {
    const answer = Promise.withResolvers<boolean>();
    const onBeforeSubmit = vi.fn<() => Promise<boolean>>(() => answer.promise);
    show({ onBeforeSubmit });
    await signIn();
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(onBeforeSubmit).toHaveBeenCalledOnce();
    await act(async () => answer.resolve(true));
    expect(await codeField()).toBeVisible();
    expect(signIns).toBe(1);
  });

  it("keeps the form here and reports the bug when it throws", async () => {
    const onFault = vi.fn<(fault: unknown) => void>();
    const bug = new Error("host bug");
    show({ onFault, onBeforeSubmit: () => { throw bug; } });
    await signIn();
    await waitFor(() => expect(onFault).toHaveBeenCalledExactlyOnceWith(bug));
    expect(signIns).toBe(0);
  });
});

describe("onEvent", () => {
  it("counts a login by steps, codes and durations", async () => {
    const reports: GuardReport[] = [];
    show({ onEvent: (report) => reports.push(report) });
    await signIn();
    await enterCode();
    await screen.findByRole("heading", { name: "You’re signed in" });
    expect(reports.map((report) => (report.type === "step" ? `step ${report.step}` : report.type))).toEqual(["submit", "step verify", "sent", "submit", "step done", "success"]);
    expect(JSON.stringify(reports)).not.toMatch(/email-user|Guard-demo|gc_|gs_/);
  });
});

describe("redirect", () => {
  it("hands the listed address to the host and goes nowhere by itself", async () => {
    const onSuccess = vi.fn<NonNullable<GuardProps["onSuccess"]>>();
    show({ onSuccess, app: "demo-open", redirectUri: "http://127.0.0.1:5173/welcome" });
    await signIn();
    await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
    expect(onSuccess.mock.calls[0]?.[1]).toEqual({ redirectTo: "http://127.0.0.1:5173/welcome" });
  });

  it("hands on no address that the application does not list", async () => {
    const onSuccess = vi.fn<NonNullable<GuardProps["onSuccess"]>>();
    show({ onSuccess, app: "demo-open", redirectUri: "https://evil.example.com/welcome" });
    await signIn();
    await waitFor(() => expect(onSuccess).toHaveBeenCalledOnce());
    expect(onSuccess.mock.calls[0]?.[1]).toEqual({});
  });
});

describe("links", () => {
  it("are not there unless somebody gives them", () => {
    show();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("are links for addresses and buttons for functions, after the password in the order of Tab", async () => {
    const signUp = vi.fn<() => void>();
    show({ links: { forgotPassword: "https://example.com/forgot", signUp } });
    expect(screen.getByRole("link", { name: "Forgot your password?" })).toHaveAttribute("href", "https://example.com/forgot");
    await userEvent.click(screen.getByRole("button", { name: "Create an account" }));
    expect(signUp).toHaveBeenCalledOnce();
    screen.getByLabelText("Password").focus();
    await userEvent.tab();
    await userEvent.tab();
    expect(screen.getByRole("link", { name: "Forgot your password?" })).toHaveFocus();
  });

  it("stand in the same place on every step where they help (3.2.6)", async () => {
    show({ links: { help: "https://example.com/help", privacy: "https://example.com/privacy" } });
    const names = () => screen.getAllByRole("link").map(({ textContent }) => textContent);
    expect(names()).toEqual(["Get help", "Privacy"]);
    await signIn();
    await codeField();
    expect(names()).toEqual(["Get help", "Privacy"]);
  });
});

describe("how a step meets a person", () => {
  it("fills the identifier in, and takes the focus only when asked", () => {
    show();
    expect(screen.getByRole("textbox")).toHaveValue("email-user");
    expect(document.body).toHaveFocus();
  });

  it("autoFocus puts the focus into the first field", () => {
    show({ autoFocus: true });
    expect(screen.getByRole("textbox")).toHaveFocus();
  });

  it("focuses the code after one's own submit, or the heading where the host wants it", async () => {
    const { unmount } = show();
    await signIn();
    await waitFor(async () => expect(await codeField()).toHaveFocus());
    unmount();
    sessionStorage.clear();
    show({ focusOnStep: "heading", id: "second" });
    await signIn();
    await codeField();
    expect(screen.getByRole("heading", { name: "Check your email" })).toHaveFocus();
  });

  it("hides where the code went, in writing and in speech", async () => {
    show({ showTarget: "none" });
    await signIn();
    expect(await screen.findByText(/^We sent a code to your email\. It expires in (10|9) minutes\.$/)).toBeVisible();
    expect(document.body).not.toHaveTextContent("•");
    expect(document.body).not.toHaveTextContent("example");
  });

  it("draws one plain box, and any level of heading", async () => {
    show({ codeLayout: "plain", headingLevel: 1 });
    await signIn();
    expect((await codeField()).closest("[data-slot=code]")).toHaveAttribute("data-layout", "plain");
    expect(screen.getByRole("heading", { level: 1 })).toBeVisible();
  });

  it("waits for the button where autoSubmit is off", async () => {
    show({ autoSubmit: false });
    await signIn();
    await enterCode();
    expect(screen.queryByRole("heading", { name: "You’re signed in" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Verify" }));
    expect(await screen.findByRole("heading", { name: "You’re signed in" })).toBeVisible();
  });

  it("starts again at the password where persist is none", async () => {
    const { unmount } = show({ persist: "none" });
    await signIn();
    await codeField();
    expect(sessionStorage).toHaveLength(0);
    unmount();
  });
});

describe("a host's callback that throws", () => {
  const broken = (): never => {
    throw new Error("the host's own bug");
  };

  it("reaches onFault, and the login goes on: whoever listens for success still gets the session", async () => {
    const onSuccess = vi.fn<() => void>();
    const onFault = vi.fn<(fault: unknown) => void>();
    show({ onEvent: broken, onStepChange: broken, onSuccess, onFault });
    await signIn();
    await enterCode();
    expect(await screen.findByRole("heading", { name: "You’re signed in" })).toBeVisible();
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(onFault.mock.calls.flat()).toContainEqual(expect.objectContaining({ message: "the host's own bug" }));
  });

  it("of onError keeps the form that says what was wrong", async () => {
    const onFault = vi.fn<(fault: unknown) => void>();
    show({ onError: broken, onFault });
    await userEvent.type(screen.getByLabelText("Password"), "wrong");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(screen.getByRole("alert")).not.toBeEmptyDOMElement());
    expect(onFault).toHaveBeenCalledOnce();
  });
});

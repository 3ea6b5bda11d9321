import { createHttpAdapter } from "@guard/adapter-http";
import type { GuardAdapter, Session } from "@guard/contract";
import { createMockServer } from "@guard/mock-server/browser";
import { act, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Guard, GuardProvider, useGuard, type GuardProps } from "./index.ts";

const PASSWORD = "Guard-demo-2026!";

let server = createMockServer();
let requests: string[] = [];

const counted: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  requests.push(`${request.method} ${new URL(request.url).pathname.replace("/api/v1", "")}`);
  return server.fetch(request);
};

const adapter = (): GuardAdapter => createHttpAdapter({ baseUrl: "http://guard.test", fetch: counted });
const count = (request: string): number => requests.filter((each) => each === request).length;
const pageOf = (props: Partial<GuardProps> = {}) => (
  <StrictMode>
    <Guard adapter={adapter()} app="demo" {...props} />
  </StrictMode>
);

async function signIn(user: string, password = PASSWORD): Promise<void> {
  const identifier = screen.getByRole("textbox");
  await userEvent.clear(identifier);
  await userEvent.type(identifier, user);
  await userEvent.type(screen.getByLabelText("Password"), password);
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

const codeField = () => screen.findByLabelText("6-digit code");

async function newestCode(address = "email-user@example.com"): Promise<string> {
  const [letter] = await waitFor(() => {
    const letters = server.outbox(address);
    expect(letters).not.toHaveLength(0);
    return letters;
  });
  return letter?.code ?? "";
}

beforeEach(() => {
  server = createMockServer();
  requests = [];
  sessionStorage.clear();
});

afterEach(() => vi.restoreAllMocks());

describe("the first form", () => {
  it("is there at once, before any request, and needs none", () => {
    render(pageOf());
    expect(screen.getByRole("textbox", { name: "Email, phone, or username" })).toBeEnabled();
    expect(requests).toEqual([]);
  });

  it("renders on the server, with nothing in it that only a browser has", () => {
    expect(renderToString(pageOf())).toContain('autoComplete="current-password"');
  });

  it("is refined by the settings without moving", async () => {
    render(pageOf());
    expect(await screen.findByText("Welcome back to Guard Demo.")).toBeVisible();
  });

  it("asks for no settings where the host has them", async () => {
    const known = await adapter().settings({ app: "demo" }, { signal: new AbortController().signal, key: "k" });
    requests = [];
    if (!known.ok) throw new Error(known.error.code);
    render(pageOf({ initialSettings: { ...known.value, name: "Acme" } }));
    expect(screen.getByText("Welcome back to Acme.")).toBeVisible();
    expect(requests).toEqual([]);
  });

  it("says in place what is missing, keeps what is there, and makes no request", async () => {
    render(pageOf());
    await userEvent.type(screen.getByRole("textbox"), "email-user");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByText("Enter your password")).toBeVisible();
    expect(screen.getByLabelText("Password")).toHaveFocus();
    expect(screen.getByRole("textbox")).toHaveValue("email-user");
    expect(count("POST /sign-in")).toBe(0);
  });

  it("clears a wrong password, keeps the identifier, and says neither which was wrong", async () => {
    const onError = vi.fn<(error: { code: string }) => void>();
    render(pageOf({ onError }));
    await signIn("email-user", "wrong");
    expect(await screen.findByText("That sign-in and password don’t match. Check both and try again.")).toBeVisible();
    expect(screen.getByLabelText("Password")).toHaveValue("");
    expect(screen.getByLabelText("Password")).toHaveFocus();
    expect(screen.getByRole("textbox")).toHaveValue("email-user");
    expect(onError).toHaveBeenCalledExactlyOnceWith({ code: "invalid_credentials" });
  });
});

describe("a login under StrictMode", () => {
  it("sends one mail by itself, and tells the host once", async () => {
    const onSuccess = vi.fn<(session: Session) => void>();
    render(pageOf({ onSuccess }));
    await signIn("email-user");
    await userEvent.type(await codeField(), await newestCode());
    expect(await screen.findByRole("heading", { name: "You’re signed in" })).toBeVisible();
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(onSuccess.mock.calls[0]?.[0].user.username).toBe("email-user");
    expect(count("POST /challenge/send")).toBe(1);
    expect(count("POST /challenge/verify")).toBe(1);
    expect(server.outbox("email-user@example.com")).toHaveLength(1);
  });

  it("goes on when the host hands in a new adapter object at every render", async () => {
    const { rerender } = render(pageOf());
    await signIn("email-user");
    await codeField();
    rerender(pageOf());
    rerender(pageOf());
    expect(await codeField()).toBeVisible();
    expect(count("POST /challenge/send")).toBe(1);
  });

  it("never tells a host that has left", async () => {
    const onSuccess = vi.fn<() => void>();
    const { unmount } = render(pageOf({ onSuccess, app: "demo-open" }));
    await signIn("email-user");
    unmount();
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(onSuccess).not.toHaveBeenCalled();
  });

  it("tells the host each step once, by its heading", async () => {
    const onStepChange = vi.fn<NonNullable<GuardProps["onStepChange"]>>();
    render(pageOf({ onStepChange }));
    await signIn("email-user");
    await codeField();
    expect(onStepChange.mock.calls.map(([change]) => change)).toEqual([
      { step: "password", title: "Sign in" },
      { step: "verify", title: "Check your email" },
    ]);
  });

  it("leaves nothing of a password or a code in the page's storage", async () => {
    render(pageOf());
    await signIn("email-user");
    await userEvent.type(await codeField(), "000000");
    await screen.findAllByText(/attempts left/);
    expect(JSON.stringify(Object.entries(sessionStorage))).not.toMatch(/Guard-demo|000000|email-user/);
  });
});

describe("what a product team sets", () => {
  it("speaks Chinese from the first paint when the language is handed in", async () => {
    const { zhCN } = await import("@guard/locales/zh-CN");
    render(pageOf({ locale: "zh-CN", messages: zhCN }));
    expect(screen.getByRole("heading", { name: "登录" })).toBeVisible();
    expect(document.querySelector("[data-guard]")).toHaveAttribute("lang", "zh-CN");
  });

  it("loads a language in a chunk of its own, and lets the host's words win", async () => {
    render(pageOf({ locale: "zh-CN", messages: { "password.submit": "进入" } }));
    expect(await screen.findByRole("heading", { name: "登录" })).toBeVisible();
    expect(screen.getByRole("button", { name: "进入" })).toBeVisible();
  });

  it("speaks the nearest language that ships, from right to left where it is written so", async () => {
    render(pageOf({ locale: "ar-eg" }));
    expect(await screen.findByRole("heading", { name: "تسجيل الدخول" })).toBeVisible();
    const root = document.querySelector("[data-guard]");
    expect(root).toHaveAttribute("lang", "ar-EG");
    expect(root).toHaveAttribute("dir", "rtl");
  });

  it("shows English for a language that does not ship, tells the developer, and logs in all the same", async () => {
    const onFault = vi.fn<(fault: unknown) => void>();
    render(pageOf({ locale: "tlh_KX", onFault }));
    expect(document.querySelector("[data-guard]")).toHaveAttribute("lang", "en");
    await signIn("email-user");
    expect(await codeField()).toBeVisible();
    expect(onFault).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: expect.stringMatching(/^locale="tlh_KX" is none .* English is shown/) as string }));
  });

  it("puts a class on a part", () => {
    render(pageOf({ classNames: { submit: "mine" } }));
    expect(screen.getByRole("button", { name: "Sign in" })).toHaveClass("mine");
  });

  it("asks for an e-mail only, where only that is taken", () => {
    render(pageOf({ identifiers: ["email"] }));
    expect(screen.getByRole("textbox", { name: "Email" })).toHaveAttribute("type", "email");
  });

  it("keeps two Guards on one page apart", () => {
    render(
      <>
        {pageOf({ id: "one" })}
        {pageOf({ id: "two" })}
      </>,
    );
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("reads the login headless, and says what is missing where there is none", () => {
    const Headless = () => <output>{useGuard(({ step }) => step)}</output>;
    render(
      <GuardProvider adapter={adapter()} app="demo">
        <Headless />
      </GuardProvider>,
    );
    expect(screen.getByText("password")).toBeVisible();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(() => render(<Headless />)).toThrow("Render it inside <Guard> or <GuardProvider>");
  });
});

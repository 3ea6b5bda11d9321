import { createHttpAdapter } from "@guard/adapter-http";
import type { GuardAdapter, Session } from "@guard/contract";
import { centerEn } from "@guard/locales/center";
import { centerZhCN } from "@guard/locales/center/zh-CN";
import { zhCN } from "@guard/locales/zh-CN";
import { createMockServer } from "@guard/mock-server/browser";
import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { SecurityCenter, type CenterReport, type SecurityCenterProps } from "../center.ts";

let server = createMockServer();
let requests: string[] = [];

const counted: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  requests.push(`${request.method} ${new URL(request.url).pathname.replace("/api/v1", "")}`);
  return server.fetch(request);
};

const adapter = (): GuardAdapter => createHttpAdapter({ baseUrl: "http://guard.test", fetch: counted });
const call = () => ({ signal: new AbortController().signal, key: String(Math.floor(performance.now() * 1000)) });

/** Somebody with nothing bound, signed in where no second factor is asked. */
async function signedIn(): Promise<Session> {
  const result = await adapter().signIn({ app: "demo-open", identifier: "new-user", password: "Guard-demo-2026!" }, call());
  if (!result.ok || result.value.status !== "done") throw new Error("The demo user could not sign in.");
  requests = [];
  return result.value.session;
}

const pageOf = (session: Session, props: Partial<SecurityCenterProps> = {}) => (
  <StrictMode>
    <SecurityCenter adapter={adapter()} session={session} {...props} />
  </StrictMode>
);

beforeEach(() => {
  server = createMockServer();
  requests = [];
});

it("reads the list once under StrictMode, and shows that nothing is bound", async () => {
  render(pageOf(await signedIn()));
  expect(await screen.findByText(centerEn["center.none"])).toBeVisible();
  expect(requests.filter((each) => each === "GET /account/factors")).toHaveLength(1);
});

it("renders its heading on the server", async () => {
  expect(renderToString(pageOf(await signedIn()))).toContain("Security");
});

it("tells the host once that the session is over", async () => {
  const session = await signedIn();
  const onSignedOut = vi.fn<() => void>();
  const onError = vi.fn<(error: { readonly code: string }) => void>();
  const page = render(pageOf(session, { onSignedOut, onError }));
  await screen.findByText(centerEn["center.none"]);
  page.unmount();
  await adapter().signOut({ token: session.token }, call());
  render(pageOf(session, { onSignedOut, onError }));
  expect(await screen.findByRole("heading", { name: centerEn["signedOut.title"] })).toBeVisible();
  await waitFor(() => expect(onSignedOut).toHaveBeenCalledOnce());
  expect(onError.mock.calls).toEqual([[{ code: "unauthorized" }]]);
});

it("can be tried again when the server was out of reach, and counts what was seen", async () => {
  const session = await signedIn();
  const reports: CenterReport[] = [];
  const lost = vi.spyOn(server, "fetch").mockRejectedValue(new TypeError("no network"));
  render(pageOf(session, { onEvent: (report) => reports.push(report) }));
  await screen.findByRole("button", { name: centerEn["center.retry"] }, { timeout: 4000 });
  lost.mockRestore();
  await userEvent.click(screen.getByRole("button", { name: centerEn["center.retry"] }));
  expect(await screen.findByText(centerEn["center.none"])).toBeVisible();
  expect(reports).toContainEqual({ type: "error", step: "overview", code: "network" });
});

it("speaks a language that was handed in whole from the first render on", async () => {
  render(pageOf(await signedIn(), { locale: "zh-CN", messages: { ...zhCN, ...centerZhCN } }));
  expect(screen.getByRole("heading", { name: centerZhCN["center.title"] })).toBeVisible();
});

it("takes the host's own words for the centre's keys and for the login's", async () => {
  render(pageOf(await signedIn(), { messages: { "center.title": "Your safety" } }));
  expect(screen.getByRole("heading", { name: "Your safety" })).toBeVisible();
});

it("asks the host before a form goes off, by the step's name, and keeps it here on a no", async () => {
  const result = await adapter().signIn({ app: "demo", identifier: "bypassed-user", password: "Guard-demo-2026!" }, call());
  if (!result.ok || result.value.status !== "done") throw new Error("The demo user could not sign in.");
  const onBeforeSubmit = vi.fn<(step: string) => boolean>(() => false);
  const { container } = render(pageOf(result.value.session, { onBeforeSubmit }));
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Add an email address" }));
  const password = await waitFor(() => container.querySelector<HTMLElement>("#guard-center-current-password") ?? Promise.reject(new Error("No password is asked for.")));
  requests = [];
  await user.type(password, "Guard-demo-2026!{Enter}");
  await waitFor(() => expect(onBeforeSubmit).toHaveBeenCalledExactlyOnceWith("stepUp"));
  expect(requests).toEqual([]);
  onBeforeSubmit.mockReturnValue(true);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(requests).toEqual(["POST /account/step-up"]));
}, 15_000);

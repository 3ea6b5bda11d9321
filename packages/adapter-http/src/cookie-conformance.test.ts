import { describeAdapter } from "@guard/contract/testing";
import { startServer } from "@guard/mock-server/node";
import { createHttpAdapter } from "./index.ts";
import { createCookieBrowser, type CookieBrowser } from "./testing/cookie-browser.ts";

describeAdapter("adapter-http over HTTP, with the tokens in a cookie", async () => {
  const server = await startServer();
  const browser = createCookieBrowser(server.url);
  const adapterIn = ({ fetch }: CookieBrowser) => createHttpAdapter({ baseUrl: server.url, fetch, tokens: "cookie" });
  return {
    adapter: adapterIn(browser),
    secondBrowser: () => adapterIn(createCookieBrowser(server.url, browser.jar())),
    app: "demo-email",
    password: "Guard-demo-2026!",
    users: { emailBound: { identifier: "email-user", address: "email-user@example.com" }, nothingBound: { identifier: "new-user" } },
    readCode: async (address) => {
      const code = server.outbox(address)[0]?.code;
      if (code === undefined) throw new Error(`No code was sent to ${address}.`);
      return code;
    },
    sentCount: async (address) => server.outbox(address).length,
    advance: async (ms) => server.advance(ms),
    dispose: () => server.close(),
  };
});

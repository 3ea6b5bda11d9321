import { describeAdapter } from "@guard/contract/testing";
import { startServer } from "@guard/mock-server/node";
import { harnessOf } from "../../../apps/mock-server/src/testing/conforming.ts";
import { createHttpAdapter } from "./index.ts";
import { createCookieBrowser, type CookieBrowser } from "./testing/cookie-browser.ts";

describeAdapter("adapter-http over HTTP, with the tokens in a cookie", async () => {
  const server = await startServer();
  const browser = createCookieBrowser(server.url);
  const adapterIn = ({ fetch }: CookieBrowser) => createHttpAdapter({ baseUrl: server.url, fetch, tokens: "cookie" });
  return {
    ...harnessOf(server, (path) => fetch(`${server.url}${path}`)),
    adapter: adapterIn(browser),
    secondBrowser: () => adapterIn(createCookieBrowser(server.url, browser.jar())),
  };
});

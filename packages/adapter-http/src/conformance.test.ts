import { describeAdapter } from "@guard/contract/testing";
import { createMockServer } from "@guard/mock-server/browser";
import { harnessOf } from "../../../apps/mock-server/src/testing/conforming.ts";
import { createHttpAdapter } from "./index.ts";

describeAdapter("adapter-http on the server inside the page", async () => {
  const server = createMockServer();
  return {
    ...harnessOf(server, (path) => server.fetch(new Request(`http://localhost${path}`))),
    adapter: createHttpAdapter({ baseUrl: "http://guard.example", fetch: server.fetch }),
    trust: { app: "demo" },
  };
});

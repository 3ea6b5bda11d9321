import { describeAdapter } from "@guard/contract/testing";
import { startServer } from "@guard/mock-server/node";
import { harnessOf } from "../../../apps/mock-server/src/testing/conforming.ts";
import { createHttpAdapter } from "./index.ts";

describeAdapter("adapter-http over HTTP, on SQLite, argon2 and SMTP", async () => {
  const server = await startServer();
  return {
    ...harnessOf(server, (path) => fetch(`${server.url}${path}`)),
    adapter: createHttpAdapter({ baseUrl: server.url }),
    trust: { app: "demo" },
  };
});

import { describeFaceAdapter } from "@guard/contract/testing";
import { createMockServer } from "@guard/mock-server/browser";
import { ann, bob, fakeFaces, picture } from "../../../apps/mock-server/src/testing/faces.ts";
import { createHttpAdapter, httpCapabilities } from "./index.ts";

const { verify, bind } = httpCapabilities;
const capabilities = { ...httpCapabilities, verify: [...verify, "face" as const], bind: [...bind, "face" as const] };

describeFaceAdapter("adapter-http on a server that tells faces apart", async () => {
  const server = createMockServer({ face: fakeFaces });
  return {
    adapter: createHttpAdapter({ baseUrl: "http://guard.example", fetch: server.fetch, capabilities }),
    app: "demo-email",
    password: "Guard-demo-2026!",
    users: { emailBound: { identifier: "email-user", address: "email-user@example.com" }, nothingBound: { identifier: "new-user" } },
    photos: { app: "demo-face", person: () => ann(), stranger: () => bob(), nobody: () => picture("no-face") },
    readCode: async (address) => server.outbox(address)[0]?.code ?? "",
    sentCount: async (address) => server.outbox(address).length,
    advance: async (ms) => server.advance(ms),
    dispose: () => server.close(),
  };
});

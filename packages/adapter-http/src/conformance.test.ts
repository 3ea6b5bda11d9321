import { describeAdapter } from "@guard/contract/testing";
import { createMockServer } from "@guard/mock-server/browser";
import { createHttpAdapter } from "./index.ts";

describeAdapter("adapter-http on the server inside the page", async () => {
  const server = createMockServer();
  return {
    adapter: createHttpAdapter({ baseUrl: "http://guard.example", fetch: server.fetch }),
    app: "demo-email",
    password: "Guard-demo-2026!",
    users: { emailBound: { identifier: "email-user", address: "email-user@example.com" }, nothingBound: { identifier: "new-user" } },
    sms: { app: "demo", phoneBound: { identifier: "phone-user", phone: "+8613800138000" }, freePhone: "+8613900139088" },
    signInCodeApp: "demo",
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

import { describeAdapter } from "@guard/contract/testing";
import { startServer } from "@guard/mock-server/node";
import { createHttpAdapter } from "./index.ts";

describeAdapter("adapter-http over HTTP, on SQLite, argon2 and SMTP", async () => {
  const server = await startServer();
  return {
    adapter: createHttpAdapter({ baseUrl: server.url }),
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

import { describeAdapter } from "@guard/contract/testing";
import { createMockServer } from "@guard/mock-server/browser";
import { TOTP } from "otpauth/slim";
import * as v from "valibot";
import { createHttpAdapter } from "./index.ts";

const Phone = v.object({ code: v.string(), now: v.number() });

describeAdapter("adapter-http on the server inside the page", async () => {
  const server = createMockServer();
  const phone = async () => v.parse(Phone, await (await server.fetch(new Request("http://localhost/dev/totp?user=totp-user"))).json());
  return {
    adapter: createHttpAdapter({ baseUrl: "http://guard.example", fetch: server.fetch }),
    app: "demo-email",
    password: "Guard-demo-2026!",
    users: { emailBound: { identifier: "email-user", address: "email-user@example.com" }, nothingBound: { identifier: "new-user" } },
    sms: { app: "demo", phoneBound: { identifier: "phone-user", phone: "+8613800138000" }, freePhone: "+8613900139088" },
    signInCodeApp: "demo",
    trust: { app: "demo" },
    totp: {
      app: "demo-totp",
      bound: { identifier: "totp-user", recoveryCode: "7K3MP-QR9TV-WX2YZ-A4BCD-E6FGH" },
      readCode: async () => (await phone()).code,
      show: async (secret) => new TOTP({ secret }).generate({ timestamp: (await phone()).now }),
    },
    readCode: async (address) => {
      const code = server.outbox(address).find((message) => message.code !== undefined)?.code;
      if (code === undefined) throw new Error(`No code was sent to ${address}.`);
      return code;
    },
    sentCount: async (address) => server.outbox(address).filter(({ code }) => code !== undefined).length,
    advance: async (ms) => server.advance(ms),
    dispose: () => server.close(),
  };
});

import type { Harness } from "@guard/contract/testing";
import { TOTP } from "otpauth/slim";
import * as v from "valibot";
import { DEMO_PASSWORD, DEMO_RECOVERY_CODE } from "../development/data.ts";

/** A running server, in a process or in a page. */
interface Running {
  outbox(to?: string): readonly { readonly code?: string }[];
  advance(ms: number): void | Promise<void>;
  close(): Promise<void>;
}

const Phone = v.object({ code: v.string(), now: v.number() });

/** The development data as the adapters' suite asks for it. */
export const seeded = {
  app: "demo-email",
  password: DEMO_PASSWORD,
  users: { emailBound: { identifier: "email-user", address: "email-user@example.com" }, nothingBound: { identifier: "new-user" } },
  sms: { app: "demo", phoneBound: { identifier: "phone-user", phone: "+8613800138000" }, freePhone: "+8613900139088" },
  signInCodeApp: "demo",
  totp: { app: "demo-totp", bound: { identifier: "totp-user", recoveryCode: DEMO_RECOVERY_CODE } },
} as const;

/** A harness on a running server, without its adapter. `get` reads one of the server's paths. */
export function harnessOf(server: Running, get: (path: string) => Promise<Response>): Omit<Harness, "adapter"> {
  const phone = async () => v.parse(Phone, await (await get("/dev/totp?user=totp-user")).json());
  const codesTo = (address: string) => server.outbox(address).flatMap(({ code }) => code ?? []);
  return {
    ...seeded,
    totp: {
      ...seeded.totp,
      readCode: async () => (await phone()).code,
      show: async (secret) => new TOTP({ secret }).generate({ timestamp: (await phone()).now }),
    },
    readCode: async (address) => {
      const [newest] = codesTo(address);
      if (newest === undefined) throw new Error(`No code was sent to ${address}.`);
      return newest;
    },
    sentCount: async (address) => codesTo(address).length,
    advance: async (ms) => server.advance(ms),
    dispose: () => server.close(),
  };
}

import { AuthenticationClient } from "authing-js-sdk";
import { TOTP } from "otpauth/slim";
import type { GuardAdapter } from "@guard/contract";
import { listen } from "../../../../apps/mock-server/src/node/http-server.ts";
import { createAuthingRig } from "../../../../apps/mock-server/src/node/testing/authing.ts";
import { seeded } from "../../../../apps/mock-server/src/testing/conforming.ts";
import { ann, bob, fakeFaces, picture } from "../../../../apps/mock-server/src/testing/faces.ts";
import { appCode } from "../../../../apps/mock-server/src/testing/login.ts";
import type { Rig } from "../../../../apps/mock-server/src/testing/rig.ts";
import { createAuthingAdapter } from "../index.ts";
import { byApplication } from "./by-application.ts";

/** The reference server on a port, its database in memory. */
export async function startBackend() {
  const rig = await createAuthingRig({ ports: { face: fakeFaces } });
  const server = await listen((request, ip) => rig.app.fetch(request, { ip }), "127.0.0.1", 0);
  const client = (app: string) => new AuthenticationClient({ appId: app, appHost: server.url });
  return { rig, client, close: () => server.close(0) };
}

/** The unmodified SDK in front of it, and the adapter in front of that, as the conformance suite wants them. */
export async function makeHarness() {
  const { rig, client, close } = await startBackend();
  return {
    ...seeded,
    adapter: byApplication((each): GuardAdapter => createAuthingAdapter({ client: client(each) }), seeded.app),
    totp: {
      ...seeded.totp,
      readCode: () => appCode(rig, "totp-user"),
      show: async (secret: string) => new TOTP({ secret }).generate({ timestamp: rig.ports.clock.now() }),
    },
    photos: { app: "demo-face", person: () => ann(), stranger: () => bob(), nobody: () => picture("no-face") },
    readCode: async (address: string) => {
      const code = codesTo(rig, address).at(-1);
      if (code === undefined) throw new Error(`No code was sent to ${address}.`);
      return code;
    },
    sentCount: async (address: string) => codesTo(rig, address).length,
    advance: async (ms: number) => {
      rig.advance(ms);
    },
    dispose: close,
  };
}

function codesTo({ mails, texts }: Rig, address: string): string[] {
  const mailed = mails.filter(({ to }) => to === address).map(({ text }) => /^\d{6}$/m.exec(text)?.[0]);
  const texted = texts.filter(({ to }) => to === address).map(({ code }) => code);
  return [...mailed, ...texted].filter((code) => code !== undefined);
}

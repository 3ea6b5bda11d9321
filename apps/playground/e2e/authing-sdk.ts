import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";

const bundle = join(dirname(createRequire(import.meta.url).resolve("authing-js-sdk/package.json")), "build/browser/index.min.js");

/** What a call of the SDK answers, or rejects with. */
export type Answer = Readonly<Record<string, unknown>>;

/** A page that has authing-js-sdk as a script, as it comes from npm, and a client in it. */
export async function openSdk(page: Page, appHost: string) {
  await page.route(`${hostsOrigin}/authing-sdk/*`, (route) => route.fulfill({ path: bundle }));
  await page.goto(`${hostsOrigin}/authing-sdk.html`);
  const use = (appId: string): Promise<void> => page.evaluate(makeClient, { appId, appHost, lang: "en-US" });
  await use("demo");
  return {
    /** Goes on as a client of another application. */
    use,
    /** Calls a method of the client, `loginByEmail`, or of its `mfa`, `mfa.verifyTotpMfa`. */
    call: (method: string, ...given: readonly unknown[]): Promise<Answer> => page.evaluate(callMethod, { method, given, photo: undefined }),
    /** The same where one of the fields is a photo. */
    callWithPhoto: (method: string, field: string, photo: Buffer, given: object): Promise<Answer> => page.evaluate(callMethod, { method, given: [given], photo: { field, base64: photo.toString("base64") } }),
  };
}

type Methods = Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>;
type Client = Methods & { readonly mfa: Methods };

function makeClient(options: object): void {
  const { Authing } = window as unknown as { Authing: { AuthenticationClient: new (options: object) => Client } };
  Object.assign(window, { client: new Authing.AuthenticationClient(options) });
}

interface Call {
  readonly method: string;
  readonly given: readonly unknown[];
  readonly photo: { readonly field: string; readonly base64: string } | undefined;
}

async function callMethod({ method, given, photo }: Call): Promise<Answer> {
  const { client } = window as unknown as { client: Client };
  const args = photo === undefined ? given : [{ ...(given[0] as object), [photo.field]: new Blob([Uint8Array.from(atob(photo.base64), (each) => each.charCodeAt(0))], { type: "image/jpeg" }) }];
  try {
    const value = await (method.startsWith("mfa.") ? client.mfa[method.slice(4)]?.(...args) : client[method]?.(...args));
    return typeof value === "object" && value !== null ? (value as Answer) : { value };
  } catch (reason) {
    return reason instanceof Error ? { thrown: String(reason) } : (reason as Answer);
  }
}

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";

const bundle = join(dirname(fileURLToPath(import.meta.resolve("authing-js-sdk/package.json"))), "build/browser/index.min.js");

/** What a call of the SDK answers, or rejects with. */
export type Answer = Readonly<Record<string, unknown>>;

/** A page that has authing-js-sdk as a script, as it comes from npm, and a client in it. */
export async function openSdk(page: Page, appHost: string) {
  await page.route(`${hostsOrigin}/authing-sdk/*`, (route) => route.fulfill({ path: bundle }));
  await page.goto(`${hostsOrigin}/authing-sdk.html`);
  const become = (appId: string): Promise<void> => page.evaluate(makeClient, { appId, appHost, lang: "en-US" });
  await become("demo");
  return {
    /** Goes on as a client of another application. */
    become,
    /** Calls a method of the client, `loginByEmail`, or of its `mfa`, `mfa.verifyTotpMfa`. */
    call: (method: string, ...given: readonly unknown[]): Promise<Answer> => page.evaluate(callMethod, { method, given, photo: undefined }),
    /** The same where one of the fields is a photo. */
    callWithPhoto: (method: string, field: string, photo: Buffer, given: object): Promise<Answer> => page.evaluate(callMethod, { method, given: [given], photo: { field, base64: photo.toString("base64") } }),
    /** Uploads a photo from the page, as a host does that has its own camera; the SDK then takes its key or its address. */
    upload: (photo: Buffer): Promise<{ readonly key: string; readonly url: string }> => page.evaluate(uploadPhoto, { appHost, base64: photo.toString("base64") }),
  };
}

async function uploadPhoto({ appHost, base64 }: { readonly appHost: string; readonly base64: string }): Promise<{ key: string; url: string }> {
  const form = new FormData();
  form.set("file", new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], { type: "image/jpeg" }), "personal.jpeg");
  const response = await fetch(`${appHost}/api/v2/upload?folder=face-photo&private=true`, { method: "POST", body: form, credentials: "omit" });
  return ((await response.json()) as { data: { key: string; url: string } }).data;
}

type Methods = Readonly<Record<string, (...given: readonly unknown[]) => Promise<unknown>>>;
type Client = Methods & { readonly mfa: Methods };

function makeClient(options: object): void {
  const { Authing } = window as unknown as { Authing: { AuthenticationClient: new (options: object) => Client } }; // the SDK’s script puts it there
  Object.assign(window, { client: new Authing.AuthenticationClient(options) });
}

interface Call {
  readonly method: string;
  readonly given: readonly unknown[];
  readonly photo: { readonly field: string; readonly base64: string } | undefined;
}

async function callMethod({ method, given, photo }: Call): Promise<Answer> {
  const { client } = window as unknown as { client: Client }; // `makeClient` puts it there
  const args = photo === undefined ? given : [{ ...(given[0] as object), [photo.field]: new Blob([Uint8Array.from(atob(photo.base64), (each) => each.charCodeAt(0))], { type: "image/jpeg" }) }];
  try {
    const value = await (method.startsWith("mfa.") ? client.mfa[method.slice(4)]?.(...args) : client[method]?.(...args));
    return typeof value === "object" && value !== null ? (value as Answer) : { value };
  } catch (reason) {
    return reason instanceof Error ? { thrown: String(reason) } : (reason as Answer);
  }
}

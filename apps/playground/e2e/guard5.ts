import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";

const bundle = join(dirname(fileURLToPath(import.meta.resolve("@authing/guard/package.json"))), "dist/global");

/** How Guard 5 sends what proves a second factor: `/interaction/authFlow`, which is its default, or the REST paths. */
export type Transport = "authFlow" | "rest";

/** An event of Guard's, and the first thing it was told with. */
export interface Fired {
  readonly event: string;
  readonly told: unknown;
}

/** Opens a page that is nothing but @authing/guard, as it comes from npm; answers what it has fired. */
export async function openGuard5(page: Page, host: string, transport: Transport): Promise<() => Promise<readonly Fired[]>> {
  await page.route(`${hostsOrigin}/guard5/*`, (route) => route.fulfill({ path: join(bundle, basename(route.request().url())) }));
  await page.goto(`${hostsOrigin}/guard5.html`);
  await page.evaluate(start, { host, config: { __unAuthFlow__: transport === "rest" } });
  return () => page.evaluate(() => (window as unknown as { fired: readonly Fired[] }).fired); // `start` puts it there
}

interface Guard5 {
  on(event: string, listener: (told: unknown) => void): void;
  start(selector: string): Promise<unknown>;
}

function start({ host, config }: { readonly host: string; readonly config: object }): void {
  const { GuardFactory } = window as unknown as { GuardFactory: { Guard: new (options: object) => Guard5 } }; // the widget’s script puts it there
  const guard = new GuardFactory.Guard({ appId: "demo", host, lang: "en-US", mode: "normal", config });
  const fired: Fired[] = [];
  Object.assign(window, { fired });
  // `load` is told with a client, which is no data.
  guard.on("load", () => void fired.push({ event: "load", told: null }));
  for (const event of ["load-error", "login", "login-error"]) guard.on(event, (told) => void fired.push({ event, told }));
  // It rejects at the first wrong password, which its events tell too.
  guard.start("#guard").catch(() => undefined);
}

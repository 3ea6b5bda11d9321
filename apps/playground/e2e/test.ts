import { test as base, expect, type BrowserContext } from "@playwright/test";
import { createPerson, type Person } from "./person/person.ts";
import { listenForComplaints } from "./quiet.ts";
import { createServers, type Server, type Servers } from "./servers.ts";

interface Fixtures {
  /** The test makes connections fail on purpose, so the browser may say so in its console. */
  readonly faultsAreMade: boolean;
  readonly server: Server;
  /** The person at the page. */
  readonly I: Person;
  /** The same person in another tab, in a copy of this one, or in another browser. */
  readonly another: Record<"tab" | "duplicate" | "browser", () => Promise<Person>>;
  readonly quiet: (context: BrowserContext) => void;
}

interface WorkerFixtures {
  /** Variables of the servers' own. */
  readonly settings: NodeJS.ProcessEnv;
  readonly servers: Servers;
}

/** Each test gets a server of its own, and fails when a page complains in its console. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  settings: [{}, { option: true, scope: "worker" }],
  servers: [
    async ({ settings }, provide) => {
      const servers = createServers(settings);
      await provide(servers);
      await servers.close();
    },
    { scope: "worker" },
  ],
  faultsAreMade: [false, { option: true }],
  server: async ({ servers }, provide) => {
    const server = await servers.take();
    await provide(server);
    // Nobody waits for its end: the worker does, once, for all of them.
    server.stop();
  },
  quiet: async ({ faultsAreMade }, provide) => {
    const heard: (readonly string[])[] = [];
    await provide((context) => void heard.push(listenForComplaints(context, faultsAreMade)));
    expect(heard.flat(), "what the page said in its console").toEqual([]);
  },
  I: async ({ page, server, quiet }, provide) => {
    quiet(page.context());
    await provide(createPerson(page, server));
  },
  another: async ({ browser, context, page, server, quiet }, provide) => {
    const opened: BrowserContext[] = [];
    await provide({
      tab: async () => createPerson(await context.newPage(), server),
      // A page opened by a page starts with a copy of its session storage, as a duplicated tab does.
      duplicate: async () => {
        const opening = page.waitForEvent("popup");
        await page.evaluate(() => void window.open(location.href));
        return createPerson(await opening, server);
      },
      browser: async () => {
        const fresh = await browser.newContext();
        opened.push(fresh);
        quiet(fresh);
        return createPerson(await fresh.newPage(), server);
      },
    });
    for (const each of opened) await each.close();
  },
});

export { expect };

import { expect, test as base } from "@playwright/test";
import { createPerson, type Person } from "../e2e/person/person.ts";
import { serverAt, startServer, type ServerCalls } from "../e2e/server.ts";
import { pageOrigin, serverOrigin } from "./address.ts";

/** A little more than the wait between two codes. */
const WAIT_MS = 61_000;

/** Work for the end of a stop. */
type Ending = () => unknown;

interface Fixtures {
  readonly server: ServerCalls;
  /** The person at the page. */
  readonly I: Person;
  /** The person at a server of this stop's own, for what the shipped one is not set to. */
  readonly own: (settings?: NodeJS.ProcessEnv) => Promise<{ readonly server: ServerCalls; readonly I: Person }>;
  /** Does it when the stop is over, whether it passed or failed; what was named last comes first. */
  readonly atTheEnd: (work: Ending) => void;
  /** Notes what was seen, for the line of this rule. */
  readonly saw: (what: string) => void;
}

/** One stop of the tour. Its title is `R7 · what the rule says`. */
export const stop = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  server: async ({}, provide) => provide(serverAt(serverOrigin)),
  I: async ({ page, server }, provide) => {
    // The wait of the stop before would be this one's (R9).
    await server.advance(WAIT_MS);
    await provide(createPerson(page, server));
  },
  own: async ({ page, atTheEnd }, provide) => {
    await provide(async (settings) => {
      const server = await startServer({ ALLOWED_ORIGINS: pageOrigin, ...settings });
      atTheEnd(server.kill);
      return { server, I: createPerson(page, server) };
    });
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  atTheEnd: async ({}, provide) => {
    const endings: Ending[] = [];
    await provide((work) => void endings.unshift(work));
    for (const end of endings) await end();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
  saw: async ({}, provide, info) => provide((what) => void info.annotations.push({ type: "saw", description: what })),
});

export { expect };

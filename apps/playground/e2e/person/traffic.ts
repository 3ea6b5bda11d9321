import type { Page, Route } from "@playwright/test";
import type { ServerCalls } from "../server.ts";

/** What the page asks the server for, as path under /api/v1. */
export function watchTraffic(page: Page, server: ServerCalls) {
  const asked: string[] = [];
  const base = `${server.url}/api/v1`;
  page.on("request", (request) => {
    if (request.url().startsWith(base) && request.method() !== "OPTIONS") asked.push(new URL(request.url()).pathname.slice("/api/v1".length));
  });
  const pattern = (path: string): string => `${base}${path}`;

  return {
    /** How often the page called a path since it was opened. */
    countRequests: (path: string): number => asked.filter((each) => each === path).length,
    /** Every path called, but for the settings, which any page may read. */
    requests: (): readonly string[] => asked.filter((each) => each !== "/settings"),
    forgetRequests: (): void => void asked.splice(0),
    /** The server's place is taken: calls of this path get this answer. */
    async answerWith(path: string, respond: (route: Route) => Promise<void>): Promise<void> {
      await page.route(pattern(path), respond);
    },
    async letTheServerAnswerAgain(path: string): Promise<void> {
      await page.unroute(pattern(path));
    },
    /** Holds the calls of a path back before they reach the server. */
    hold: (path: string) => hold(page, pattern(path), false),
    /** Lets the calls of a path reach the server, and holds its answers back. */
    holdAnswers: (path: string) => hold(page, pattern(path), true),
  };
}

export interface Held {
  /** Resolves when a call is being held. */
  readonly arrived: Promise<void>;
  release(): Promise<void>;
}

async function hold(page: Page, pattern: string, afterServer: boolean): Promise<Held> {
  const arrival = Promise.withResolvers<void>();
  const freedom = Promise.withResolvers<void>();
  const passed: Promise<unknown>[] = [];
  await page.route(pattern, (route) => {
    const pass = async (): Promise<void> => {
      if (route.request().method() === "OPTIONS") return route.continue();
      const response = afterServer ? await route.fetch() : undefined;
      arrival.resolve();
      await freedom.promise;
      await (response ? route.fulfill({ response }) : route.continue());
    };
    // A page that left meanwhile has no ear for the answer any more.
    passed.push(pass().catch(() => undefined));
    return passed.at(-1);
  });
  return {
    arrived: arrival.promise,
    async release() {
      freedom.resolve();
      await Promise.all(passed);
      await page.unroute(pattern);
    },
  };
}

import type { Route } from "@playwright/test";

/** The server hears the call and answers; the line breaks before the page does. */
export const loseTheAnswer = async (route: Route): Promise<void> => {
  if (route.request().method() === "OPTIONS") return route.continue();
  await route.fetch();
  await route.abort("connectionreset");
};

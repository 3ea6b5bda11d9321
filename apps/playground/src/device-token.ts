import type { GuardProps } from "@guard/react";

const KEY = "playground:device";

/**
 * Keeps what makes this browser trusted (R24), where tokens come to the page. Every script of the page can read it and
 * skip the second factor with it: a server on the page's own site does better with cookies (docs/recipes/cookie.md).
 */
export const deviceToken: NonNullable<GuardProps["deviceToken"]> = {
  get: () => localStorage.getItem(KEY) ?? undefined,
  set: (token) => localStorage.setItem(KEY, token),
};

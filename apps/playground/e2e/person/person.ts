import type { Page } from "@playwright/test";
import type { ServerCalls } from "../server.ts";
import { authenticator } from "./authenticator.ts";
import { center } from "./center.ts";
import { clocks } from "./clocks.ts";
import { code } from "./code.ts";
import { face } from "./face.ts";
import { mail } from "./mail.ts";
import { methods } from "./methods.ts";
import { open } from "./open.ts";
import { password } from "./password.ts";
import { see } from "./see.ts";
import { spoken } from "./spoken.ts";
import { watchTraffic } from "./traffic.ts";

/** Somebody at the page, in the first person: what they do and what they see. */
export function createPerson(page: Page, server: ServerCalls) {
  const traffic = watchTraffic(page, server);
  return {
    page,
    ...open(page, server),
    ...password(page),
    ...code(page),
    ...authenticator(page, server),
    ...center(page),
    ...face(page),
    ...mail(server),
    ...methods(page),
    ...see(page, server),
    ...spoken(page),
    ...clocks(page, server),
    ...traffic,
  };
}

export type Person = ReturnType<typeof createPerson>;

import type { Page } from "@playwright/test";
import type * as checks from "./page/checks.ts";

type Checks = typeof checks;

/** Calls one of the checks that the page carries (page-checks.ts). */
export function inPage<Name extends keyof Checks>(page: Page, name: Name, ...args: Parameters<Checks[Name]>): Promise<Awaited<ReturnType<Checks[Name]>>> {
  const call = ({ called, given }: { readonly called: Name; readonly given: readonly unknown[] }): unknown => {
    const { pageChecks } = globalThis as unknown as { pageChecks: Record<Name, (...all: readonly unknown[]) => unknown> };
    return pageChecks[called](...given);
  };
  return page.evaluate(call as never, { called: name, given: args } as never);
}

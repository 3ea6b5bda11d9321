import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";
import { countFromTheStart, heldBy, runningIn } from "./held.ts";
import type { Mounts } from "./hosts/mounts.tsx";
import { PASSWORD, emailUser } from "./people.ts";
import { expect, test } from "./test.ts";

/** Where a login is when its page goes away. */
type Moment = "the first form" | "a running request" | "a running countdown";

interface Coming {
  readonly moment: Moment;
  readonly from: number;
  readonly times: number;
  readonly user: string;
  readonly password: string;
}

/** Runs in the page: a login comes and goes, each time under a name of its own, so that none finds the one before. */
async function comeAndGo({ moment, from, times, user, password }: Coming): Promise<void> {
  const { mounts } = window as unknown as { mounts: Mounts };
  const there = async (what: string): Promise<Element> => {
    for (;;) {
      const found = document.querySelector(what);
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
  };
  const type = (field: Element | null, text: string): void => {
    // React hears of a value only through the setter of the element's class.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const reach = {
    "the first form": () => there("form"),
    "a running request": (id: string) => {
      type(document.querySelector(`#${id}-username`), user);
      type(document.querySelector(`#${id}-current-password`), password);
      document.querySelector("form")?.requestSubmit();
      return there("[data-status=submitting]");
    },
    "a running countdown": () => there("[role=timer]:not(:empty)"),
  };
  const record = sessionStorage.getItem("guard:1:demo:first") ?? "";
  for (let turn = from; turn < from + times; turn += 1) {
    const id = `turn-${turn}`;
    if (moment === "a running countdown") sessionStorage.setItem(`guard:1:demo:${id}`, record);
    mounts.mount(id);
    await reach[moment](id);
    mounts.unmount();
  }
}

const moments: readonly Moment[] = ["the first form", "a running request", "a running countdown"];

async function comeAndGoAtEach(page: Page, from: number, times: number): Promise<void> {
  for (const [index, moment] of moments.entries()) {
    await page.evaluate(comeAndGo, { moment, from: from + index * times, times, user: emailUser.name, password: PASSWORD });
  }
  // A login outlives its page by a second.
  await expect.poll(async () => (await runningIn(page)).timers, { message: "timers" }).toBeLessThanOrEqual(1);
}

test("a login that came and went 201 times, in the middle of things too, leaves nothing behind", async ({ I, server }) => {
  // On a busy machine each of them may take a tenth of a second.
  test.slow();
  await countFromTheStart(I.page);
  await I.page.goto(`${hostsOrigin}/mounts.html?server=${server.url}`);
  await I.page.evaluate(() => (window as unknown as { mounts: Mounts }).mounts.mount("first"));
  await I.page.locator("#first-username").fill(emailUser.name);
  await I.page.locator("#first-current-password").fill(PASSWORD);
  await I.submit();
  await I.page.getByRole("timer").getByText(/0:\d\d/).waitFor();
  // From here on no sign-in is answered: what ends it is its page going away.
  const unanswered = await I.hold("/sign-in");
  // The first few bring what stays for all: later steps' chunks, the settings, React's own listeners.
  await comeAndGoAtEach(I.page, 0, 5);
  const before = await heldBy(I.page);
  await comeAndGoAtEach(I.page, 15, 67);
  const after = await heldBy(I.page);
  expect(after.requests).toBe(0);
  expect(after.timers, "one: react-query's, for the settings").toBeLessThanOrEqual(before.timers);
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(10);
  // React or the engine may keep the last login or two for a while, 57 nodes each. One element of each login would be 201.
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(150);
  await unanswered.release();
});

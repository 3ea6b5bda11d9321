import type { Page } from "@playwright/test";
import { hostsOrigin } from "./address.ts";
import { countFromTheStart, heldBy, runningIn } from "./held.ts";
import type { Moment, Mounts } from "./hosts/mounts.tsx";
import { PASSWORD, emailUser } from "./people.ts";
import { expect, test } from "./test.ts";

const moments: readonly Moment[] = ["the first form", "a running request", "a running countdown"];

async function comeAndGoAtEach(page: Page, from: number, times: number): Promise<void> {
  for (const [index, moment] of moments.entries()) {
    const coming = { moment, from: from + index * times, times, user: emailUser.name, password: PASSWORD };
    await page.evaluate((wanted) => (window as unknown as { mounts: Mounts }).mounts.comeAndGo(wanted), coming);
  }
  // A login outlives its page by a second.
  await expect.poll(async () => (await runningIn(page)).timers, { message: "timers" }).toBeLessThanOrEqual(1);
}

test("a login that came and went 201 times, in the middle of things too, leaves nothing behind", async ({ I, server }) => {
  // On a busy machine each of them may take a tenth of a second.
  test.slow();
  // Chromium's timeline holds the animation of an element that went until the next frame, and through it the whole last login.
  await I.page.emulateMedia({ reducedMotion: "reduce" });
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
  await comeAndGoAtEach(I.page, 0, 7);
  const before = await heldBy(I.page);
  await comeAndGoAtEach(I.page, 21, 67);
  const after = await heldBy(I.page);
  expect(after.requests).toBe(0);
  expect(after.timers, "one: react-query's, for the settings").toBeLessThanOrEqual(before.timers);
  expect({ nodes: after.nodes, listeners: after.listeners }).toEqual({ nodes: before.nodes, listeners: before.listeners });
  await unanswered.release();
});

import type { Browser } from "@playwright/test";
import { hostsOrigin } from "./address.ts";
import { lookOf } from "./look.ts";
import { emailUser, newUser } from "./people.ts";
import { createPerson, type Person } from "./person/person.ts";
import type { Server } from "./servers.ts";
import { expect, test as base } from "./test.ts";

interface Look {
  readonly password: string[];
  readonly verify: string[];
}

async function look(I: Person, server: Server, css: string): Promise<Look> {
  await I.page.emulateMedia({ reducedMotion: "reduce" });
  await I.page.goto(`${hostsOrigin}/?css=${css}&server=${server.url}`);
  await I.page.getByText("Welcome back to Guard Demo.").waitFor();
  const password = await lookOf(I.page, "password");
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await I.page.getByRole("timer").getByText(/0:\d\d/).waitFor();
  return { password, verify: await lookOf(I.page, "verify") };
}

async function standStill({ browser, server }: { readonly browser: Browser; readonly server: Server }): Promise<Stage> {
  const context = await browser.newContext();
  const plain = await look(createPerson(await context.newPage(), server), server, "none");
  await context.close();
  return { server, plain };
}

/** What all pages of a worker are compared with: one server, and the look on a page without a stylesheet of its own. */
interface Stage {
  readonly server: Server;
  readonly plain: Look;
}

const test = base.extend<object, { readonly stage: Stage }>({
  stage: [
    async ({ browser, servers }, provide) => {
      await provide(await standStill({ browser, server: await servers.take() }));
    },
    { scope: "worker" },
  ],
});

const resets = ["zero", "normalize", "bootstrap", "tailwind-3"];
const hosts = [...resets.flatMap((reset) => [reset, `${reset}-after`]), "tailwind-4", "shadcn"];

for (const css of hosts) {
  test(`on a page with ${css} every part looks as on a page without a stylesheet, and the host’s classes win`, async ({ page, quiet, stage }) => {
    quiet(page.context());
    const { password, verify } = await look(createPerson(page, stage.server), stage.server, css);
    expect(password).toEqual(stage.plain.password);
    expect(verify).toEqual(stage.plain.verify);

    await page.evaluate(() => void (location.hash = "dressed"));
    await expect(page.locator("[data-slot=submit]")).toHaveCSS("background-color", "rgb(1, 2, 3)");
    await expect(page.locator("[data-slot=submit]")).toHaveCSS("border-radius", "3px");
    await expect(page.locator("[data-slot=title]")).toHaveCSS("color", "rgb(4, 5, 6)");
    await expect(page.locator("[data-slot=card]")).toHaveCSS("padding", "7px");
  });
}

/** The views with elements that are no part of their own: a list, codes. */
async function lookOfEnrolment(I: Person, server: Server, css: string): Promise<string[]> {
  await I.page.emulateMedia({ reducedMotion: "reduce" });
  await I.page.goto(`${hostsOrigin}/?css=${css}&app=demo-totp&server=${server.url}`);
  await I.signIn(newUser.name);
  await I.seeEnrolment();
  const enrol = await lookOf(I.page, "enrol");
  const app = await I.scanTheKey();
  await I.enterCode(await app.code());
  await I.seeNewRecoveryCode();
  return [...enrol, ...(await lookOf(I.page, "recoveryCode"))];
}

test("a reset that comes after our stylesheet changes nothing of the key, the steps and the recovery code", async ({ I, servers, server }) => {
  const plain = await lookOfEnrolment(I, server, "none");
  expect(plain.filter((line) => line.includes("is not there"))).toEqual([]);
  for (const css of ["bootstrap-after", "tailwind-3-after", "zero-after"]) {
    const next = await servers.take();
    expect(await lookOfEnrolment(createPerson(I.page, next), next, css), css).toEqual(plain);
    next.stop();
  }
});

test("a page without our stylesheet is told so, once, and its login works", async ({ page, server }) => {
  const warnings: string[] = [];
  page.on("console", (message) => void (message.type() === "warning" && warnings.push(message.text())));
  const I = createPerson(page, server);
  await page.goto(`${hostsOrigin}/?css=missing&server=${server.url}`);
  await I.signIn(emailUser.name);
  await I.enterCode(await I.readCode(emailUser.email));
  await expect(I.heading).toHaveText("You’re signed in");
  await expect.poll(() => warnings).toEqual([expect.stringMatching(/^\[guard\] The stylesheet is missing.*Import "@guard\/theme\/styles\.css"/)]);
});

import { emailUser } from "./people.ts";
import type { Person } from "./person/person.ts";
import { expect, test } from "./test.ts";

const day = 86_400_000;

async function trustThisDevice(I: Person, tokens: "bearer" | "cookie"): Promise<void> {
  await I.open({ tokens });
  await I.signIn(emailUser.name);
  await I.page.getByRole("checkbox", { name: "Don’t ask for a code on this device for 30 days" }).check();
  await I.enterCode(await I.readCode(emailUser.email));
  await I.seeSignedIn(emailUser.name);
}

for (const tokens of ["bearer", "cookie"] as const) {
  test.describe(`a trusted device, its token by ${tokens} (R24)`, () => {
    test("is not asked for a second factor, until its days are over", async ({ I, server }) => {
      await trustThisDevice(I, tokens);
      await I.open({ tokens });
      await I.signIn(emailUser.name);
      await I.seeSignedIn(emailUser.name);
      expect(await I.countMails(emailUser.email)).toBe(1);
      await server.advance(30 * day);
      await I.open({ tokens });
      await I.signIn(emailUser.name);
      await I.seeCodeField();
    });

    test("is trusted for one application only", async ({ I }) => {
      await trustThisDevice(I, tokens);
      await I.open({ tokens, app: "demo-email" });
      await I.signIn(emailUser.name);
      await expect(I.guard).toHaveAttribute("data-step", "verify");
    });
  });
}

test("trust is never ticked beforehand, and not offered to who binds an address now (R24)", async ({ I }) => {
  await I.open();
  await I.signIn(emailUser.name);
  await expect(I.page.locator("#guard-remember")).not.toBeChecked();
  await I.goBackToTheFirstStep();
  await I.signIn("new-user");
  await expect(I.guard).toHaveAttribute("data-step", "bind");
  await expect(I.page.locator("#guard-remember")).toHaveCount(0);
});

import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";

test("with the server inside the page the whole login works, and nothing leaves the page", async ({ I }) => {
  const abroad: string[] = [];
  I.page.on("request", (request) => void (new URL(request.url()).pathname.startsWith("/api/") && abroad.push(request.url())));
  await I.open({ backend: "page" });
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  const letters = I.page.getByRole("region", { name: "Inbox" }).getByRole("listitem");
  await expect(letters).toHaveText(new RegExp(`^${emailUser.email}: \\d{6}$`));
  await I.enterCode((await letters.locator("code").textContent()) ?? "");
  await I.seeSignedIn(emailUser.name);
  await expect(letters).toHaveCount(1);
  expect(abroad).toEqual([]);
});

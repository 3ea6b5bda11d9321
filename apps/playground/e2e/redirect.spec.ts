import { hostsOrigin } from "./address.ts";
import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";

const listed = "http://localhost:5173/welcome";

for (const [what, address, arrives] of [
  ["goes to an address that the application lists, after the host was told (S-45)", listed, true],
  ["stays where it is with any other address (S-45)", "https://evil.example/welcome", false],
] as const) {
  test(`redirect="auto" ${what}`, async ({ I, server }) => {
    const { page } = I;
    const asked: string[] = [];
    await page.route(/\/welcome$/, async (route) => {
      asked.push(route.request().url());
      await route.fulfill({ contentType: "text/html", body: "<h1>Welcome</h1>" });
    });
    await page.exposeFunction("toldOf", (user: string) => void asked.push(user));
    await page.goto(`${hostsOrigin}/login.html?server=${server.url}&redirectUri=${encodeURIComponent(address)}`);
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.enterCode(await I.readCode(emailUser.email));
    if (arrives) await expect(page).toHaveURL(address);
    else await expect(page.locator("output")).toHaveText(emailUser.name);
    expect(asked).toEqual(arrives ? [emailUser.name, address] : [emailUser.name]);
  });
}

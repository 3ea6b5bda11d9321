import { openGuard5, type Transport } from "./guard5.ts";
import { emailUser, PASSWORD } from "./people.ts";
import { wrongCodeFor } from "./person/code.ts";
import { expect, test } from "./test.ts";

// What a team has before it moves to <Guard>: their widget against this server, from its first question about the application on.

const verified: Readonly<Record<Transport, string>> = { authFlow: "/interaction/authFlow", rest: "/api/v2/applications/mfa/email/verify" };

for (const transport of ["authFlow", "rest"] as const) {
  test(`@authing/guard 5.3.9 signs in by password and e-mail code, by ${transport}`, async ({ page, server }) => {
    const asked: string[] = [];
    page.on("request", (request) => void (request.url().startsWith(server.url) && request.method() === "POST" && asked.push(request.url().slice(server.url.length))));
    const fired = await openGuard5(page, server.url, transport);
    await page.getByPlaceholder("Enter username / email / phone").fill(emailUser.name);
    await page.getByPlaceholder("Enter Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign In" }).click();
    await expect(page.getByText("Verification code has been sent to e***@example.com")).toBeVisible();
    const [mail] = await server.mails(emailUser.email);
    const field = page.locator("input[autocomplete=one-time-code]");
    await field.pressSequentially(wrongCodeFor(mail?.code ?? ""));
    await expect(page.getByText("The code is wrong.")).toBeVisible();
    // The wrong digits stay where they are.
    await field.fill("");
    await field.pressSequentially(mail?.code ?? "");
    await expect.poll(async () => (await fired()).at(-1)).toMatchObject({ event: "login", told: { username: emailUser.name } });
    expect(asked.filter((path) => path === verified[transport])).toHaveLength(2);
    const { token } = (await fired()).at(-1)?.told as { readonly token: string };
    expect((await server.call("GET", "/session", undefined, token)).status).toBe(200);
  });
}

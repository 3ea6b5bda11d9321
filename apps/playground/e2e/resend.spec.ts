import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";
import { day, minute, second } from "./time.ts";

test.describe("resend", () => {
  test("is refused for 60 seconds by the server’s time, even when called directly", async ({ I, server }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const token = await I.keptToken();
    const ask = () => server.call("POST", "/challenge/send", { factor: "email", trigger: "user" }, token);
    const { factors, now } = await server.challenge(token);
    const resendAt = factors[0]?.resendAt ?? 0;
    expect(resendAt - now).toBeGreaterThan(50 * second);
    expect(resendAt - now).toBeLessThanOrEqual(60 * second);

    const early = await ask();
    expect(early.status).toBe(429);
    expect(await early.json()).toMatchObject({ code: "resend_too_soon", resendAt });
    await I.advanceServerClock(55 * second - (60 * second - (resendAt - now)));
    expect((await ask()).status).toBe(429);
    await I.advanceServerClock(5 * second);
    expect((await ask()).status).toBe(200);
    expect(await I.countMails(emailUser.email)).toBe(2);
  });

  test("the button asks for nothing while it counts, and keeps its name and its focus", async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await expect(I.resendButton).toHaveAttribute("aria-disabled", "true");
    await I.resendButton.focus();
    await I.page.keyboard.press("Enter");
    await I.letPassForThePage(20 * second);
    await I.seeCountdownNear(40);
    await I.page.keyboard.press("Enter");
    await expect(I.resendButton).toHaveAccessibleName("Resend code");
    await expect(I.resendButton).toBeFocused();
    expect(I.countRequests("/challenge/send")).toBe(1);
  });

  test("is silent for screen readers while it counts, and speaks once at the end", async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await expect(I.guard.getByRole("status")).toHaveText(/You can ask for a new code in/);
    await I.listen();
    for (const left of [45, 30, 15]) {
      await I.letPass(15 * second);
      await I.seeCountdownNear(left);
    }
    expect(await I.whatWasSpoken()).toEqual([]);
    await I.letPass(15 * second);
    await expect.poll(() => I.whatWasSpoken()).toEqual(["status: You can now ask for a new code."]);
    await expect(I.resendButton).toHaveAttribute("aria-disabled", "false");
  });

  test("brings a new code, and the old one dies", async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const old = await I.readCode(emailUser.email);
    await I.letPass(minute);
    await I.askForANewCode();
    const fresh = await I.readCode(emailUser.email, 2);
    await I.seeCountdownNear(60);
    await I.enterCode(old);
    await I.seeCodeError("That code isn’t right. 5 attempts left.");
    await I.enterCode(fresh);
    await I.seeSignedIn(emailUser.name);
  });

  test("typing and submitting stay possible while it counts", async ({ I }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    expect(await I.readCountdown()).toBeGreaterThan(0);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
  });

  test("typing and submitting stay possible while a new code is on its way", async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    const code = await I.readCode(emailUser.email);
    await I.letPass(minute);
    const send = await I.hold("/challenge/send");
    await I.askForANewCode();
    await send.arrived;
    await I.enterCode(code);
    await I.seeSignedIn(emailUser.name);
    await send.release();
  });

  test("what was typed stays when the new code’s answer comes", async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.letPass(minute);
    const send = await I.holdAnswers("/challenge/send");
    await I.askForANewCode();
    await send.arrived;
    const code = await I.readCode(emailUser.email, 2);
    await I.enterCode(code.slice(0, 4));
    await send.release();
    await I.seeCountdownNear(60);
    await expect(I.codeField).toHaveValue(code.slice(0, 4));
    await expect(I.codeField).toBeFocused();
    await I.page.keyboard.type(code.slice(4));
    await I.seeSignedIn(emailUser.name);
  });

  for (const [way, off] of [["ahead", day], ["behind", -day]] as const) {
    test(`a client clock a day ${way} changes nothing`, async ({ I }) => {
      await I.takeThePagesClock(Date.now() + off);
      await I.open();
      await I.signIn(emailUser.name);
      await I.seeCodeSentTo(emailUser.masked);
      await I.seeCountdownRight();
      await I.reload();
      await I.seeCodeSentTo(emailUser.masked);
      await I.seeCountdownRight();
      await I.letPass(minute);
      await I.askForANewCode();
      const code = await I.readCode(emailUser.email, 2);
      await I.seeCountdownNear(60);
      await I.enterCode(code);
      await I.seeSignedIn(emailUser.name);
    });
  }

  test("a client clock that is set in the middle changes nothing", async ({ I }) => {
    await I.takeThePagesClock();
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.setThePagesClock(Date.now() + day);
    await I.seeCountdownRight();
    await I.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await I.seeCountdownRight();
    await I.seeCodeLivesFor(/^(10|9) minutes$/);
    await I.enterCode(await I.readCode(emailUser.email));
    await I.seeSignedIn(emailUser.name);
  });
});

import { seeChinese } from "./chinese.ts";
import { wrongCodeFor } from "./person/code.ts";
import { emailUser, newUser } from "./people.ts";
import { expect, test } from "./test.ts";
import { minute } from "./time.ts";

test("the nearest language that ships, from the built page's own chunks", async ({ I }) => {
  await I.open({ locale: "zh-Hant-HK" });
  await expect(I.heading).toHaveText("登入");
  await expect(I.guard).toHaveAttribute("lang", "zh-Hant-HK");
  await I.signIn(emailUser.name);
  await expect(I.heading).toHaveText("查看您的電子郵件");
});

test("Arabic from right to left, and a code from left to right", async ({ I }) => {
  await I.open({ locale: "ar" });
  await expect(I.heading).toHaveText("تسجيل الدخول");
  await I.signIn(emailUser.name);
  await I.seeCodeSentTo(emailUser.masked);
  await expect(I.guard).toHaveCSS("direction", "rtl");
  await I.enterCode(wrongCodeFor(await I.readCode(emailUser.email)));
  await I.seeCodeError("الرمز غير صحيح. تبقّت لديك 5 محاولات.");
  await expect(I.codeField).toHaveCSS("direction", "ltr");
});

test.describe("zh-CN the whole way", () => {
  test.beforeEach(async ({ I }) => {
    await I.takeThePagesClock();
    await I.open({ locale: "zh-CN" });
    await seeChinese(I, "登录");
  });

  test("from the password over a wrong code to signed in", async ({ I }) => {
    await I.submit();
    await expect(I.page.locator("#guard-username-error")).toHaveText("请输入邮箱、用户名或手机号");
    await seeChinese(I, "登录");
    await I.signIn(emailUser.name, "not it");
    await I.seeAlert("账号或密码不正确，请检查后重试。");
    await seeChinese(I, "登录");
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await seeChinese(I, "查看邮箱");
    const code = await I.readCode(emailUser.email);
    await I.enterCode(wrongCodeFor(code));
    await I.seeCodeError("验证码不正确，还可尝试 5 次。");
    await seeChinese(I, "查看邮箱");
    await I.letPass(minute);
    await expect(I.guard.getByRole("status")).toHaveText("现在可以重新获取验证码。");
    await I.letPass(10 * minute);
    await expect(I.page.locator("#guard-otp-hint")).toHaveText(/已过期，请重新获取。$/);
    await seeChinese(I, "查看邮箱");
    await I.askForANewCode();
    await I.enterCode(await I.readCode(emailUser.email, 2));
    await I.seeSignedIn(emailUser.name);
  });

  test("through binding an address", async ({ I }) => {
    await I.signIn(newUser.name);
    await I.seeBindStep();
    await seeChinese(I, "绑定邮箱");
    await I.bindAddress("nowhere");
    await seeChinese(I, "绑定邮箱");
    await I.bindAddress(newUser.email);
    await I.seeNothingSentYet(newUser.masked);
    await seeChinese(I, "确认邮箱");
    await I.submit();
    await I.seeCodeSentTo(newUser.masked);
    await seeChinese(I, "确认邮箱");
  });

  test("at the lock and at its end", async ({ I }) => {
    await I.signIn("locked-user");
    await seeChinese(I, "尝试次数过多");
    await I.letPass(60 * minute);
    await expect(I.guard).toContainText("现在可以重试。");
    await seeChinese(I, "尝试次数过多");
  });

  test("when the login is over", async ({ I }) => {
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
    await I.letPass(16 * minute);
    await I.askForANewCode();
    await seeChinese(I, "登录已超时");
  });
});

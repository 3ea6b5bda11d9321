import { zhCN } from "@guard/locales/zh-CN";
import { seeChinese } from "./chinese.ts";
import { allFactors, emailUser, newUser, phoneUser, totpUser } from "./people.ts";
import type { Person } from "./person/person.ts";
import { expect, test } from "./test.ts";

const button = (I: Person, key: keyof typeof zhCN) => I.guard.getByRole("button", { name: String(zhCN[key]), exact: true });

async function setTheAppUp(I: Person): Promise<void> {
  await seeChinese(I, zhCN["enrol.title"]);
  await expect(I.page.getByRole("img", { name: zhCN["enrol.qr"] })).toBeVisible();
  await I.enterCode(await (await I.scanTheKey()).code());
  await I.seeNewRecoveryCode();
  await seeChinese(I, zhCN["recoveryCode.title"]);
  await I.acknowledge();
}

interface Flow {
  readonly user: string;
  readonly app: string;
  /** From the password to the session. */
  readonly go: (I: Person) => Promise<void>;
}

/** Every factor, by the user who has it. The e-mail's own screens, with all that can go wrong there, are in locale.spec.ts. */
const flows: Readonly<Record<string, Flow>> = {
  "a text message": {
    user: phoneUser.name,
    app: "demo",
    async go(I) {
      await seeChinese(I, zhCN["verify.titleSms"]);
      await I.enterCode(await I.readCode(phoneUser.phone));
    },
  },
  "a phone that is bound": {
    user: newUser.name,
    app: "demo",
    async go(I) {
      await I.chooseTab(zhCN["tab.sms"]);
      await I.seePhoneForm();
      await seeChinese(I, zhCN["bind.titlePhone"]);
      await I.bindNumber(newUser.phone);
      await seeChinese(I, zhCN["verify.titleBindSms"]);
      await button(I, "verify.send").click();
      await I.seeCodeField();
      await I.enterCode(await I.readCode(newUser.phone));
    },
  },
  "an authenticator app": {
    user: totpUser.name,
    app: "demo-totp",
    async go(I) {
      await I.seeCodeField();
      await seeChinese(I, zhCN["verify.titleTotp"]);
      await I.enterCode(await I.readAppCode(totpUser.name));
    },
  },
  "an authenticator app that is set up": {
    user: newUser.name,
    app: "demo-totp",
    go: setTheAppUp,
  },
  "a proof, and then an authenticator app": {
    user: emailUser.name,
    app: "demo-totp",
    async go(I) {
      await expect(I.guard).toContainText(zhCN["verify.prove"]);
      await I.enterCode(await I.readCode(emailUser.email));
      await setTheAppUp(I);
    },
  },
  "a recovery code": {
    user: totpUser.name,
    app: "demo-totp",
    async go(I) {
      await button(I, "recovery.open").click();
      await seeChinese(I, zhCN["recovery.title"]);
      await I.enterRecovery(totpUser.recoveryCode);
      await I.seeNewRecoveryCode();
      await I.acknowledge();
    },
  },
  "another tab": {
    user: allFactors.name,
    app: "demo",
    async go(I) {
      await I.chooseTab(zhCN["method.email"]);
      await I.chooseTab(zhCN["tab.sms"]);
      await I.seeCodeSentTo(allFactors.maskedPhone);
      await seeChinese(I, zhCN["verify.title"]);
      await I.enterCode(await I.readCode(allFactors.phone));
    },
  },
};

for (const [by, { user, app, go }] of Object.entries(flows)) {
  test(`zh-CN, from the password to signed in: by ${by}`, async ({ I }) => {
    await I.open({ app, locale: "zh-CN" });
    await I.signIn(user);
    await go(I);
    await I.seeSignedIn(user);
  });
}

test("zh-CN: by a code alone (R2a)", async ({ I }) => {
  await I.open({ locale: "zh-CN" });
  await button(I, "codeSignIn.instead").click();
  await seeChinese(I, zhCN["codeSignIn.title"]);
  await I.identifierField.fill(emailUser.email);
  await button(I, "codeSignIn.send").click();
  await I.seeCodeField();
  await seeChinese(I, zhCN["verify.titleEmail"]);
  await I.enterCode(await I.readCode(emailUser.email));
  await I.seeSignedIn(emailUser.name);
});

import { wrongCodeFor } from "./person/code.ts";
import { emailUser } from "./people.ts";
import { expect, test } from "./test.ts";

const inDigits = (code: string, zero: number): string => code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const pastes: readonly (readonly [what: string, text: (code: string) => string])[] = [
  ["\" 123-4 56\\n\"", (code) => ` ${code.slice(0, 3)}-${code.slice(3, 4)} ${code.slice(4)}\n`],
  ["full-width digits", (code) => inDigits(code, 0xff10)],
  ["Arabic-Indic digits", (code) => inDigits(code, 0x660)],
  ["a whole sentence with the code", (code) => `Your Guard Demo code is ${code}. It works for 10 minutes.`],
];

test.describe("entering the code", () => {
  test.beforeEach(async ({ I }) => {
    await I.open();
    await I.signIn(emailUser.name);
    await I.seeCodeSentTo(emailUser.masked);
  });

  for (const [what, text] of pastes) {
    test(`a paste of ${what} is taken and submitted once`, async ({ I }) => {
      await I.pasteIntoCode(text(await I.readCode(emailUser.email)));
      await I.seeSignedIn(emailUser.name);
      expect(I.countRequests("/challenge/verify")).toBe(1);
    });
  }

  test("the sixth digit submits, once", async ({ I }) => {
    const code = await I.readCode(emailUser.email);
    await I.enterCode(code.slice(0, 5));
    expect(I.countRequests("/challenge/verify")).toBe(0);
    await I.page.keyboard.type(code.slice(5));
    await I.seeSignedIn(emailUser.name);
    expect(I.countRequests("/challenge/verify")).toBe(1);
  });

  test("Enter and the button together make one request", async ({ I }) => {
    const verify = await I.hold("/challenge/verify");
    await I.enterCode(await I.readCode(emailUser.email));
    await verify.arrived;
    await I.page.keyboard.press("Enter");
    await I.page.keyboard.press("Enter");
    // By force: Playwright, like people, sees that a busy button wants no click.
    await I.verifyButton.click({ force: true });
    await verify.release();
    await I.seeSignedIn(emailUser.name);
    expect(I.countRequests("/challenge/verify")).toBe(1);
  });

  test("seven pasted digits are refused in place, without a request", async ({ I }) => {
    await I.pasteIntoCode(`${await I.readCode(emailUser.email)}7`);
    await I.seeCodeError("That is more than 6 digits. Paste or type only the code.");
    await expect(I.codeField).toHaveAttribute("aria-invalid", "true");
    await expect(I.codeField).toBeFocused();
    expect(I.countRequests("/challenge/verify")).toBe(0);
  });

  test("a seventh typed digit is not taken", async ({ I }) => {
    const verify = await I.hold("/challenge/verify");
    const code = await I.readCode(emailUser.email);
    await I.enterCode(`${code}9`);
    await expect(I.codeField).toHaveValue(code);
    await verify.release();
    await I.seeSignedIn(emailUser.name);
  });

  test("a text with two codes in it takes none, nor does one without a digit", async ({ I }) => {
    await I.pasteIntoCode("Your old code 111111, your new code 222222");
    await I.seeCodeError("There is more than one code in that text. Paste only the newest.");
    await I.pasteIntoCode("abcdef");
    await I.seeCodeError("Use digits only. Anything else was left out.");
    await expect(I.guard.getByRole("status")).toHaveText("Use digits only. Anything else was left out.");
    expect(I.countRequests("/challenge/verify")).toBe(0);
  });

  test("too few digits and Enter say what is missing, without a request", async ({ I }) => {
    await I.enterCode("123");
    await I.page.keyboard.press("Enter");
    await I.seeCodeError("The code has 6 digits. You entered 3.");
    await I.page.keyboard.type("O45");
    await I.page.keyboard.press("Enter");
    await I.seeCodeError("Use digits only. Anything else was left out.");
    expect(I.countRequests("/challenge/verify")).toBe(0);
  });

  test("a refused code is not judged again by itself, but it is by the button", async ({ I }) => {
    const wrong = wrongCodeFor(await I.readCode(emailUser.email));
    await I.enterCode(wrong);
    await I.seeCodeError(/5 attempts left/);
    await I.enterCode(wrong);
    await expect(I.codeField).toHaveValue(wrong);
    expect(I.countRequests("/challenge/verify")).toBe(1);
    await I.verifyButton.click();
    await I.seeCodeError(/4 attempts left/);
    // The button had the focus; the next code is typed into the field all the same.
    await I.seeCodeFieldCleared();
  });
});

test("Enter and the button together make one sign-in request", async ({ I }) => {
  await I.open();
  const signIn = await I.hold("/sign-in");
  await I.identifierField.fill(emailUser.name);
  await I.typePassword();
  await I.page.keyboard.press("Enter");
  await signIn.arrived;
  await I.page.keyboard.press("Enter");
  await I.submitButton.click({ force: true });
  await signIn.release();
  await I.seeCodeSentTo(emailUser.masked);
  expect(I.countRequests("/sign-in")).toBe(1);
});

import i18next from "i18next";
import { expect, it } from "vitest";
import { createI18n } from "./create-i18n.ts";

it("makes an instance of its own and leaves the host’s alone (G5)", () => {
  const own = createI18n("en", undefined);
  expect(own.t("password.submit")).toBe("Sign in");
  expect(own).not.toBe(i18next);
  expect(i18next.isInitialized).not.toBe(true);
  expect(i18next.options?.resources).toBeUndefined();
});

import { ErrorCode } from "@guard/contract";
import { en, loadMessages, locales } from "@guard/locales";
import { failure, T0 } from "@guard/machine/testing";
import { describe, expect, it } from "vitest";
import { addMessages, createI18n, type Say } from "./create-i18n.ts";
import { failureText } from "./error-text.ts";

async function sayIn(locale: string): Promise<Say> {
  const instance = createI18n(locale);
  addMessages(instance, locale, (await loadMessages(locale)) ?? en);
  return (key, values) => instance.t(key, { ...values });
}

/** Each code as a failure, and once more with the number and the time that it may bring. */
const failures = ErrorCode.options.flatMap((code) => [{ code }, { code, attemptsLeft: 2 }, { code, retryAt: T0 + 5_000 }]).map((error) => failure(error as Parameters<typeof failure>[0]));

describe.each(locales)("%s", (locale) => {
  it("has a sentence for every closed code of the contract, whatever the server wrote", async () => {
    const say = await sayIn(locale);
    const messages = (await loadMessages(locale)) ?? en;
    for (const each of failures) {
      expect(messages).toHaveProperty([`error.${each.error.code}`]);
      const prose = { ...each, error: { ...each.error, detail: "ORA-00942: table or view does not exist" } };
      const text = failureText(say, locale, prose, { now: T0, offset: 0 });
      expect(text, each.error.code).not.toMatch(/^$|ORA-|error\.\w|\{\{|undefined/);
    }
  });

  it("counts what is left in every number that its grammar tells apart (G3)", async () => {
    const say = await sayIn(locale);
    const rules = new Intl.PluralRules(locale);
    for (const count of [0, 1, 2, 3, 11, 100]) {
      const messages: Readonly<Record<string, string>> = (await loadMessages(locale)) ?? en;
      expect(say("verify.short", { count })).toBe(messages[`verify.short_${rules.select(count)}`]?.replace("{{count}}", String(count)));
    }
  });
});

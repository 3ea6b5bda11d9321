import { locales } from "@guard/locales";
import { describe, expect, it } from "vitest";
import { formatDay, formatDuration, formatTime } from "./format.ts";

const noon = Date.UTC(2026, 10, 22, 12);

describe.each(locales)("%s", (locale) => {
  it("says a length as Intl.DurationFormat would, which not every browser has", () => {
    const spoken = (length: Partial<Record<"minutes" | "seconds", number>>): string => new Intl.DurationFormat(`${locale}-u-nu-latn`, { style: "long" }).format(length);
    for (const minutes of [1, 2, 3, 11, 59]) expect(formatDuration(minutes * 60_000, locale)).toBe(spoken({ minutes }));
    for (const seconds of [1, 2, 3, 11, 59]) expect(formatDuration(seconds * 1_000, locale)).toBe(spoken({ seconds }));
  });
});

it.each(["ar", "ar-EG", "ar-u-nu-arab", "fa"])("%s writes its digits as codes are written (G4)", (locale) => {
  for (const text of [formatDuration(59 * 60_000, locale), formatTime(noon, locale), formatDay(noon, locale)]) {
    expect(text).toMatch(/\d/);
    expect(text).not.toMatch(/[٠-٩۰-۹]/);
  }
});

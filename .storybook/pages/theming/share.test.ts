import { createTheme, type ThemeInput } from "@guard/theme/studio";
import { describe, expect, it } from "vitest";
import { presets } from "@guard/theme";
import { fromShared, toShared } from "./share.ts";

describe("a theme in an address", () => {
  it.each(Object.entries<ThemeInput>(presets))("comes back as it was: %s", (_, preset) => {
    expect(fromShared(toShared(preset))).toEqual(preset);
  });

  it("comes back with letters of every script", () => {
    const input = { font: '"思源黑体", sans-serif', dark: { accent: "#5fd39b" } };
    expect(toShared(input)).toMatch(/^[\w-]+$/);
    expect(fromShared(toShared(input))).toEqual(input);
  });

  it.each(["", "e", "%%", "bnVsbA", "WzFd", toShared({ accent: "#0a7755" }).slice(0, -3)])("is none where the address is broken: %s", (word) => {
    expect(fromShared(word)).toBeUndefined();
  });

  it("is judged by createTheme, whoever sent it", () => {
    const { report } = createTheme(fromShared(toShared({ nonsense: "x" } as ThemeInput)));
    expect(report.faults).toHaveLength(1);
  });

  it.each([{ light: null }, { dark: "#fff" }, { radius: 5 }, { space: null, accent: [] }])("breaks nothing that the Theme Studio asks of it: %o", (odd) => {
    const theme = createTheme(fromShared(toShared(odd as unknown as ThemeInput))); // a link holds what somebody wrote into it
    expect(theme.report.passes).toBe(false);
    expect(Object.keys(theme.toDTCG().light)).not.toEqual([]);
    expect(theme.toCSS()).not.toContain("undefined");
  });
});

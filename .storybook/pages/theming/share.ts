import type { ThemeInput } from "@guard/theme/studio";

/** A theme as one word of an address: Storybook takes letters, digits, `-` and `_` there and nothing else. */
export function toShared(input: ThemeInput): string {
  const bytes = new TextEncoder().encode(JSON.stringify(input));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

const isTheme = (value: unknown): value is ThemeInput => typeof value === "object" && value !== null && !Array.isArray(value);

/** The theme of an address; undefined where somebody cut the address short. What stands in the theme is for `createTheme` to judge. */
export function fromShared(word: string): ThemeInput | undefined {
  try {
    const binary = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0))));
    return isTheme(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

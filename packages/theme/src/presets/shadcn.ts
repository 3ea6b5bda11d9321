import type { ThemeInput } from "../theme-input.ts";

/**
 * The host's shadcn/ui variables under our names; after each comma what shadcn/ui's neutral theme says, for a page without them.
 * Not `--ring` nor `--input`: at 2.6:1 and 1.3:1 nobody would find focus or a field (WCAG 1.4.11). Muted text is made of theirs, which has 4.3:1 on `--muted`.
 */
export const shadcn: ThemeInput = {
  radius: "calc(var(--radius, 0.625rem) - 2px)",
  font: "var(--font-sans, inherit)",
  danger: "var(--destructive, light-dark(oklch(0.577 0.245 27.325), oklch(0.704 0.191 22.216)))",
  neutral: "var(--muted-foreground, light-dark(oklch(0.556 0 0), oklch(0.708 0 0)))",
  accent: "var(--primary, light-dark(oklch(0.205 0 0), oklch(0.922 0 0)))",
  colorPrimary: "var(--primary, light-dark(oklch(0.205 0 0), oklch(0.922 0 0)))",
  colorPrimaryText: "var(--primary-foreground, light-dark(oklch(0.985 0 0), oklch(0.205 0 0)))",
  colorCanvas: "var(--background, light-dark(oklch(1 0 0), oklch(0.145 0 0)))",
  colorSurface: "var(--card, light-dark(oklch(1 0 0), oklch(0.205 0 0)))",
  colorSubtle: "var(--muted, light-dark(oklch(0.97 0 0), oklch(0.269 0 0)))",
  colorText: "var(--card-foreground, light-dark(oklch(0.145 0 0), oklch(0.985 0 0)))",
  colorBorder: "var(--border, light-dark(oklch(0.922 0 0), oklch(1 0 0 / 10%)))",
};

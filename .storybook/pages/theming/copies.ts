import type { JudgedTheme } from "@guard/theme/studio";

/** What a team takes home, by what it is. */
export const copies: Readonly<Record<"CSS" | "TypeScript" | "Design tokens (JSON)", (theme: JudgedTheme) => string>> = {
  CSS: (theme) => theme.toCSS() || "/* The default look: nothing to set. */",
  TypeScript: (theme) => `import { createTheme } from "@guard/theme";\n\nexport const theme = createTheme(${JSON.stringify(theme.toJSON(), null, 2)});\n`,
  "Design tokens (JSON)": (theme) => JSON.stringify(theme.toDTCG(), null, 2),
};

export type Copy = keyof typeof copies;

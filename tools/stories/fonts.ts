import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A font that comes with the tests: those of a machine differ, and with them each pixel (AD-142). */
function face(name: string, file: string): string {
  const data = readFileSync(file).toString("base64");
  return `@font-face { font-family: "${name}"; src: url(data:font/woff2;base64,${data}) format("woff2"); font-weight: 100 900 }`;
}

export const fontNames = ["Story Sans", "Story Mono"];

/** Dresses every story in them, whatever the host's page or the browser would take. */
export const fontStyle = [
  face("Story Sans", require.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2")),
  face("Story Mono", require.resolve("@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2")),
  'body { font-family: "Story Sans" !important }',
  'code, :where([data-guard] [data-slot="code"]) input { font-family: "Story Mono" !important }',
].join("\n");

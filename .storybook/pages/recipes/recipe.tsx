import type { ReactNode } from "react";

/** Files as they stand in this repository, by their names. */
export function Files({ files }: { readonly files: Readonly<Record<string, string>> }): ReactNode {
  return Object.entries(files).map(([name, code]) => (
    <section key={name}>
      <h2>{name}</h2>
      <pre>{code.trim()}</pre>
    </section>
  ));
}

/**
 * Where the page finds SQLite's WebAssembly. A bundler that knows `new URL(…, import.meta.url)`, as Vite does, ships the
 * file and writes its address here; others give their own. Node reads the file itself and needs none.
 */
export function bundledWasmUrl(): string | undefined {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  if (process?.versions?.node !== undefined) return undefined;
  return new URL("sql.js/dist/sql-wasm.wasm", import.meta.url).href;
}

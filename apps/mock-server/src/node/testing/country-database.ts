import { writeFileSync } from "node:fs";

type Value = string | number | { readonly [key: string]: Value } | readonly Value[];

/** Writes a MaxMind database that knows one record for every address there is. The format has no library that writes it; this much of it is short. */
export function writeCountryDatabase(path: string, record: Value): void {
  const nodes = 1;
  // Both branches of the only node lead to the record, which begins 16 bytes after the tree.
  const pointer = [0, 0, nodes + 16];
  const metadata = { binary_format_major_version: 2, binary_format_minor_version: 0, build_epoch: 1, database_type: "Test-Country", description: {}, ip_version: 6, languages: [], node_count: nodes, record_size: 24 };
  const marker = [0xab, 0xcd, 0xef, ...Buffer.from("MaxMind.com")];
  writeFileSync(path, Uint8Array.from([...pointer, ...pointer, ...Array.from({ length: 16 }, () => 0), ...encode(record), ...marker, ...encode(metadata)]));
}

function encode(value: Value): number[] {
  if (typeof value === "string") return [0x40 | value.length, ...Buffer.from(value)];
  // An unsigned 32-bit number, type 6; short enough for one control byte.
  if (typeof value === "number") return [0xc0 | 4, 0, 0, value >> 8, value & 255];
  if (isList(value)) return [value.length, 4, ...value.flatMap(encode)];
  const entries = Object.entries(value);
  return [0xe0 | entries.length, ...entries.flatMap(([key, inner]) => [...encode(key), ...encode(inner)])];
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

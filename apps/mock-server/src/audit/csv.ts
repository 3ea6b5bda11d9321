import type { AuditRow } from "../store/schema.ts";

const COLUMNS = ["seq", "at", "event", "accountId", "app", "factor", "result", "reason", "ip", "country", "requestId", "userAgent", "hash"] as const satisfies readonly (keyof AuditRow)[];

/** Rows of the audit as CSV (RFC 4180) that no spreadsheet runs and no terminal obeys (R22, S-48). Times are UTC. Pure. */
export function toCsv(rows: Iterable<AuditRow>): string {
  const lines = [COLUMNS.join(",")];
  for (const row of rows) lines.push(COLUMNS.map((column) => cell(column === "at" ? inUtc(row.at) : row[column])).join(","));
  return lines.map((line) => `${line}\r\n`).join("");
}

// oxlint-disable-next-line no-restricted-globals -- writes a time down and asks no clock
const inUtc = (at: number): string => new Date(at).toISOString();

/** What moves a cursor, ends a line, hides a name or turns its direction round. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const FORMULA = /^\s*[=+\-@]/;

function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const seen = (value ?? "").replace(/\\(?=u\{)/g, "\\\\").replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  const tame = FORMULA.test(seen) ? `'${seen}` : seen;
  return /[",;]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

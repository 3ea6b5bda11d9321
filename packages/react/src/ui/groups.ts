const separated = /[\s\p{Pd}]/u;

/** A long code in groups, as people read and type it; one that comes in groups keeps its own. */
export function inGroups(code: string, length: number, separator: string): string {
  if (separated.test(code)) return code;
  return code.match(new RegExp(`.{1,${length}}`, "gu"))?.join(separator) ?? code;
}

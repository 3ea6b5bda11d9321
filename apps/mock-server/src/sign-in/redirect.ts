/** The URI in its parsed form when the application lists its origin and path exactly, else nothing (R5, S-45). Pure. */
export function allowedRedirect(uri: string | null | undefined, listed: readonly string[]): string | undefined {
  if (uri === null || uri === undefined) return undefined;
  const target = parse(uri);
  if (target === undefined) return undefined;
  return listed.some((entry) => isSamePlace(parse(entry), target)) ? target.href : undefined;
}

function parse(uri: string): URL | undefined {
  // What the parser would repair silently (tabs, backslashes, outer spaces) is refused instead.
  if (/[\s\\\p{Cc}]/u.test(uri) || !URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  const local = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  const safe = url.protocol === "https:" || (url.protocol === "http:" && local);
  return safe && url.username === "" && url.password === "" ? url : undefined;
}

const isSamePlace = (listed: URL | undefined, target: URL): boolean =>
  listed !== undefined && listed.origin === target.origin && listed.pathname === target.pathname;

/** The part of a browser that cookies need. */
export interface CookieBrowser {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The text of every answer so far. */
  readonly bodies: readonly string[];
  /** The cookies it holds, `name=value; name=value`; empty when it holds none. */
  jar(): string;
}

/** What a browser does for a page of the server's own origin: it keeps the cookie from scripts, sends it, and says who asks. */
export function createCookieBrowser(origin: string, held = ""): CookieBrowser {
  const jar = new Map(held.split("; ").filter(Boolean).map((pair) => [nameOf(pair), pair]));
  const bodies: string[] = [];
  const keep = (set: string) => {
    const pair = set.split(";")[0] ?? "";
    if (set.includes("Max-Age=0")) jar.delete(nameOf(pair));
    else jar.set(nameOf(pair), pair);
  };
  const fetchAsBrowser = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    if (request.method !== "GET") headers.set("origin", origin);
    if (request.credentials !== "omit" && jar.size > 0) headers.set("cookie", [...jar.values()].join("; "));
    const response = await fetch(new Request(request, { headers }));
    for (const set of response.headers.getSetCookie()) keep(set);
    bodies.push(await response.clone().text());
    return response;
  };
  return { fetch: fetchAsBrowser, bodies, jar: () => [...jar.values()].join("; ") };
}

const nameOf = (pair: string): string => pair.split("=")[0] ?? "";

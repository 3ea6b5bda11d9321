/** The part of a browser that cookies need. */
export interface CookieBrowser {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The text of every answer so far. */
  readonly bodies: readonly string[];
  /** The cookie it holds, `name=value`; empty when it holds none. */
  jar(): string;
}

/** What a browser does for a page of the server's own origin: it keeps the cookie from scripts, sends it, and says who asks. */
export function createCookieBrowser(origin: string, held = ""): CookieBrowser {
  let jar = held;
  const bodies: string[] = [];
  const fetchAsBrowser = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    if (request.method !== "GET") headers.set("origin", origin);
    if (request.credentials !== "omit" && jar !== "") headers.set("cookie", jar);
    const response = await fetch(new Request(request, { headers }));
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) jar = set.includes("Max-Age=0") ? "" : (set.split(";")[0] ?? "");
    bodies.push(await response.clone().text());
    return response;
  };
  return { fetch: fetchAsBrowser, bodies, jar: () => jar };
}

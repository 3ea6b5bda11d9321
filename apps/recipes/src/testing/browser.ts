/** What a browser does for a page of `origin`: it keeps cookies from scripts, sends them to their host, and says who asks. */
export interface Browser {
  fetch(request: Request): Promise<Response>;
  /** A call of the page to its own origin. */
  call(method: string, path: string, body?: object): Promise<Response>;
  readonly cookies: ReadonlyMap<string, string>;
}

export function createBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  const keep = (set: string) => {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (value === "") cookies.delete(name);
    else cookies.set(name, value);
  };
  const send = async (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    headers.set("sec-fetch-site", "same-origin");
    if (request.method !== "GET") headers.set("origin", origin);
    if (request.credentials !== "omit") headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    const response = await fetch(new Request(request, { headers }));
    for (const set of response.headers.getSetCookie()) keep(set);
    return response;
  };
  const json = (body: object) => ({ body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  return { fetch: send, cookies, call: (method, path, body) => send(new Request(origin + path, { method, redirect: "manual", ...(body && json(body)) })) };
}

/** What the panel can set. It lives in the address, so that a reload, a link and a test keep it. */
export interface Choices {
  readonly app: string;
  readonly user: string;
  readonly locale: string;
  readonly scheme: "light" | "dark" | "auto";
  /** `authing`: the same HTTP server, by its routes for Authing's clients and through their SDK. */
  readonly backend: "http" | "page" | "authing";
  /** How tokens travel to the HTTP server; the one inside the page is never given a cookie. */
  readonly tokens: "bearer" | "cookie";
  /** The HTTP server's address. */
  readonly server: string;
  /** Whether the login is one that the state inspector looks into. */
  readonly inspector: "on" | "off";
}

export const users = [
  { name: "email-user", shows: "e-mail bound: the code is sent by itself" },
  { name: "new-user", shows: "nothing bound: binds a method first" },
  { name: "all-factors", shows: "e-mail, phone and authenticator bound" },
  { name: "phone-user", shows: "a phone bound: the code is sent by SMS" },
  { name: "totp-user", shows: "an authenticator app and a recovery code" },
  { name: "locked-user", shows: "locked for an hour" },
  { name: "bypassed-user", shows: "no second factor asked" },
  { name: "admin", shows: "administrator" },
] as const;

export const apps = ["demo", "demo-email", "demo-totp", "demo-face", "demo-global", "demo-open"] as const;

/** Of development's users only; the server refuses to start with them in production. */
export const PASSWORD = "Guard-demo-2026!";

const serverAddress = (import.meta.env["VITE_GUARD_SERVER"] as string | undefined) ?? "http://127.0.0.1:4600";

const oneOf = <T extends string>(value: string | null, known: readonly T[], otherwise: T): T => known.find((each) => each === value) ?? otherwise;

export function readChoices(search: string): Choices {
  const query = new URLSearchParams(search);
  return {
    app: query.get("app") ?? "demo",
    user: query.get("user") ?? "",
    locale: query.get("locale") ?? "en",
    scheme: oneOf(query.get("scheme"), ["light", "dark", "auto"], "auto"),
    backend: oneOf(query.get("backend"), ["http", "page", "authing"], "http"),
    tokens: oneOf(query.get("tokens"), ["bearer", "cookie"], "bearer"),
    server: query.get("server") ?? serverAddress,
    inspector: oneOf(query.get("inspector"), ["on", "off"], "off"),
  };
}

export function writeChoices(choices: Choices): string {
  return `?${new URLSearchParams({ ...choices }).toString()}`;
}

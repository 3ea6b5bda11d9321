export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`). */
  readonly secure: boolean;
  /** No STARTTLS even where it is offered (`?ignoreTLS=true`), for the inbox on loopback. */
  readonly ignoreTLS: boolean;
  /** No mail without STARTTLS (`?requireTLS=true`). */
  readonly requireTLS: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
}

/** Reads an SMTP_URL. Throws a `TypeError` on one that is none. */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = new URL(text);
  const secure = url.protocol === "smtps:";
  if (!secure && url.protocol !== "smtp:") throw new TypeError("An SMTP_URL begins with smtp:// or smtps://.");
  if (url.hostname === "") throw new TypeError("An SMTP_URL names a host.");
  const login = url.username === "" ? {} : { login: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ignoreTLS: url.searchParams.get("ignoreTLS") === "true",
    requireTLS: url.searchParams.get("requireTLS") === "true",
    ...login,
  };
}

import { isLoopback } from "./loopback.ts";
import type { Twilio } from "./sms-twilio.ts";
import type { Webhook } from "./sms-webhook.ts";

/** Where codes by SMS go. `off`: the factor does not run. */
export type SmsProvider = Webhook | Twilio | { readonly kind: "off" };

/**
 * Reads an SMS_URL: `https://…` (signed with SMS_SECRET), `twilio://SID:TOKEN@host?from=…`, or `off`. Only loopback may
 * be reached without TLS. Throws a `TypeError` that says what is missing.
 */
export function parseSmsUrl(text: string, secret: string | undefined): SmsProvider {
  if (text === "off") return { kind: "off" };
  if (!URL.canParse(text)) throw new TypeError("it is no address");
  const url = new URL(text);
  switch (url.protocol) {
    case "https:":
      return readWebhook(url, secret);
    case "http:":
      if (!isLoopback(url.hostname)) throw new TypeError("http:// would carry codes across the network in the clear");
      return readWebhook(url, secret);
    case "twilio:":
      return readTwilio(url);
    default:
      throw new TypeError("it begins with https:// or twilio://");
  }
}

function readWebhook(url: URL, secret: string | undefined): Webhook {
  if (url.username !== "" || url.password !== "") throw new TypeError("a webhook is signed with SMS_SECRET and takes no user and password");
  const key = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret ?? "")?.[1];
  const bytes = Buffer.from(key ?? "", "base64");
  if (bytes.length < 24) throw new TypeError("a webhook needs SMS_SECRET, whsec_ and at least 24 bytes in base64");
  return { kind: "webhook", url, key: bytes };
}

/** Twilio's own host, or another that speaks the same. */
function readTwilio({ hostname, port, username, password, searchParams }: URL): Twilio {
  const from = searchParams.get("from") ?? "";
  if (hostname === "" || username === "" || password === "" || from === "") throw new TypeError("twilio:// takes SID:TOKEN@api.twilio.com?from=+15550001111");
  const scheme = isLoopback(hostname) ? "http" : "https";
  // A plus sign in a query means a space, and nobody writes %2B into a number.
  const number = from.replace(/^ /, "+");
  const url = new URL(`${scheme}://${hostname}${port === "" ? "" : `:${port}`}/2010-04-01/Accounts/${username}/Messages.json`);
  const authorization = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}`;
  return { kind: "twilio", url, authorization, from: number };
}

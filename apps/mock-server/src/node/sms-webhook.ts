import { createHmac, randomUUID } from "node:crypto";
import type { Sms } from "../ports.ts";
import type { Post } from "./http-delivery.ts";

/** A gateway of the operator's own, told of each SMS as JSON, signed as Standard Webhooks has it. */
export interface Webhook {
  readonly kind: "webhook";
  readonly url: URL;
  /** The bytes behind `whsec_`. */
  readonly key: Uint8Array;
}

/** The receiver knows by the signature who wrote it, and by the signed time that it is not an old one again. Pure but for its id. */
export function webhookPost({ url, key }: Webhook, { to, text, code, application }: Sms, now: number): Post {
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(now / 1000));
  const body = JSON.stringify({ type: "sms", to, text, code, application });
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const signed = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
  return { url, headers: { "Content-Type": "application/json", ...signed }, body };
}

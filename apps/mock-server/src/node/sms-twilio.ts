import type { Sms } from "../ports.ts";
import type { Post } from "./http-delivery.ts";

/** A provider that speaks Twilio's API: an account's Messages resource, a form, Basic authentication. */
export interface Twilio {
  readonly kind: "twilio";
  readonly url: URL;
  readonly authorization: string;
  /** A number, or a messaging service (`MG…`). */
  readonly from: string;
}

export function twilioPost({ url, authorization, from }: Twilio, { to, text }: Sms): Post {
  const sender = /^MG[0-9a-f]{32}$/i.test(from) ? { MessagingServiceSid: from } : { From: from };
  const body = new URLSearchParams({ To: to, ...sender, Body: text }).toString();
  return { url, headers: { "Content-Type": "application/x-www-form-urlencoded", Authorization: authorization }, body };
}

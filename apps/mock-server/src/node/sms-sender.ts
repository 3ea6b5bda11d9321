import type { Clock, Sms, SmsSender } from "../ports.ts";
import { createHandover, type HandoverOptions } from "./handover.ts";
import { deliverByHttp } from "./http-delivery.ts";
import { twilioPost, type Twilio } from "./sms-twilio.ts";
import { webhookPost, type Webhook } from "./sms-webhook.ts";

/** Hands SMS to a provider over HTTP. */
export function createSmsSender(provider: Webhook | Twilio, clock: Clock, options: HandoverOptions = {}): SmsSender {
  const write = (sms: Sms) => (provider.kind === "webhook" ? webhookPost(provider, sms, clock.now()) : twilioPost(provider, sms));
  return { send: createHandover((sms: Sms, endsAt) => deliverByHttp(write(sms), endsAt), options) };
}

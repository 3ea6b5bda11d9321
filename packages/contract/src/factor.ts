import * as v from "valibot";

/** The second factors a policy can switch on (R3). */
export const Factor = v.picklist(["email", "sms", "totp", "face"]);
export type Factor = v.InferOutput<typeof Factor>;

/** What a challenge can ask for: a factor, or the recovery code of a closed account (R11b). */
export const ChallengeFactor = v.picklist([...Factor.options, "recovery"]);
export type ChallengeFactor = v.InferOutput<typeof ChallengeFactor>;

/** Factors whose code travels in a message, so they have a delivery, a resend wait and an expiry. */
export const SentFactor = v.picklist(["email", "sms"]);
export type SentFactor = v.InferOutput<typeof SentFactor>;

/** Whether a factor's code has to be sent before it can be typed. */
export function isSentFactor(factor: ChallengeFactor): factor is SentFactor {
  return factor === "email" || factor === "sms";
}

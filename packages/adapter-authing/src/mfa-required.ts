import { ChallengeFactor, Need, Time, Token } from "@guard/contract";
import * as v from "valibot";
import type { Answer } from "./ask.ts";

/** Clients read `null` and nothing alike. */
const optional = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

/**
 * What comes with 1635 and 1636. The last four are the reference server's own, since nothing of Authing's tells them; a
 * backend without them gets what can be known without.
 */
export const MfaRequired = v.object({
  mfaToken: Token,
  mfaEmail: optional(v.string()),
  mfaPhone: optional(v.string()),
  mfaPhoneCountryCode: optional(v.string()),
  totpMfaEnabled: optional(v.boolean()),
  faceMfaEnabled: optional(v.boolean()),
  applicationMfa: v.fallback(v.array(v.object({ mfaPolicy: v.string(), sort: optional(v.number()), factor: optional(ChallengeFactor) })), []),
  mfaTokenExpiredAt: optional(v.pipe(v.string(), v.isoTimestamp())),
  need: optional(Need),
  now: optional(Time),
});
export type MfaRequired = v.InferOutput<typeof MfaRequired>;

/** What a refusal says that is none: the first factor was right, and another one is asked for. */
export function readMfaRequired(answer: Answer): MfaRequired | undefined {
  if (answer.ok || answer.refusal.by !== "server") return undefined;
  const { code, data } = answer.refusal;
  if (code !== 1635 && code !== 1636) return undefined;
  const { output, success } = v.safeParse(MfaRequired, data);
  return success ? output : undefined;
}

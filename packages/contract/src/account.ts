import * as v from "valibot";
import { Factor, SentFactor } from "./factor.ts";
import { Identifier, Password } from "./identifier.ts";
import { Code, Name, Text, Time } from "./primitives.ts";
import { Session } from "./session.ts";

export const WhoAmI = v.object({ session: Session, now: Time });
export type WhoAmI = v.InferOutput<typeof WhoAmI>;

/** A fresh proof for the personal centre, 5 min (R18): a code of a bound factor, or the password where none is bound. */
export const StepUpRequest = v.union([
  v.strictObject({ factor: Factor, code: Code }),
  v.strictObject({ password: Password }),
]);
export const SteppedUp = v.object({ steppedUpUntil: Time, now: Time });

export const AccountTargetRequest = v.strictObject({ target: Identifier });
export const AccountConfirmRequest = v.strictObject({ factor: v.optional(SentFactor), code: Code });
export const UnbindRequest = v.strictObject({ id: Name });
export const FreshRecoveryCode = v.object({ recoveryCode: Text, now: Time });

import * as v from "valibot";
import { Trigger } from "./challenge.ts";
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
export type SteppedUp = v.InferOutput<typeof SteppedUp>;

/** Asks for the code of a step-up; the waits are those of a login (R9, R9a). */
export const StepUpSendRequest = v.strictObject({ factor: SentFactor, trigger: Trigger });

/** Asked `auto` while a code for this address waits, its deadlines are answered and nothing is sent (R9a); default `user`. */
export const AccountTargetRequest = v.strictObject({ target: Identifier, trigger: v.optional(Trigger) });
export const AccountConfirmRequest = v.strictObject({ code: Code });
export const UnbindRequest = v.strictObject({ id: Name });
export const FreshRecoveryCode = v.object({ recoveryCode: Text, now: Time });
export type FreshRecoveryCode = v.InferOutput<typeof FreshRecoveryCode>;

/** A browser that is not asked for a second factor until `expiresAt` (R24). */
export const TrustedDevice = v.object({
  id: Name,
  app: Name,
  /** The browser and system it said it was, for people to recognise it by; never trusted. */
  label: Text,
  trustedAt: Time,
  lastUsedAt: Time,
  expiresAt: Time,
  /** The device that asks. */
  current: v.boolean(),
});
export type TrustedDevice = v.InferOutput<typeof TrustedDevice>;

export const TrustedDevices = v.object({ devices: v.array(TrustedDevice), now: Time });
export type TrustedDevices = v.InferOutput<typeof TrustedDevices>;

export const RevokeDeviceRequest = v.strictObject({ id: Name });

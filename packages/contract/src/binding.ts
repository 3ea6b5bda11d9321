import * as v from "valibot";
import { Factor } from "./factor.ts";
import { Name, Text, Time } from "./primitives.ts";

/** A factor bound to the signed-in account, in a scope: an application with rules of its own, or `global` (R16a). */
export const Binding = v.object({
  id: Name,
  factor: Factor,
  /** Masked; absent for TOTP and face. */
  target: v.optional(Text),
  scope: Name,
  /** Absent for a login address, which was there before anything was bound. */
  boundAt: v.optional(Time),
  /** False for the account's login e-mail and phone: they count as bound everywhere and are not unbound here (R16a). */
  removable: v.boolean(),
});
export type Binding = v.InferOutput<typeof Binding>;

/** What the personal centre shows (R18). */
export const Bindings = v.object({
  bindings: v.array(Binding),
  /** Factors that this application enables and that are not bound yet. */
  bindable: v.array(Factor),
  /** How a step-up can be done: bound factors that can run; none means by password (R18). */
  stepUpBy: v.array(Factor),
  /** Until when the last step-up or fresh MFA login counts; in the past or absent: a step-up is asked first. */
  steppedUpUntil: v.optional(Time),
  /** When the recovery code was made; absent: there is none. */
  recoveryCodeAt: v.optional(Time),
  now: Time,
});
export type Bindings = v.InferOutput<typeof Bindings>;

import * as v from "valibot";
import { Code, Text, Time } from "./primitives.ts";

/** A TOTP enrolment that waits for its first code (R14). The secret is shown once and never rests (law 7). */
export const TotpEnrolment = v.object({ secret: Text, otpauthUri: Text, expiresAt: Time, now: Time });
export type TotpEnrolment = v.InferOutput<typeof TotpEnrolment>;

export const ConfirmRequest = v.strictObject({ code: Code });

import * as v from "valibot";
import { Factor } from "./factor.ts";
import { IdentifierKind } from "./identifier.ts";
import { Name, Text, Time } from "./primitives.ts";

/** What the first screen may know about an application. It refines a form that is already there (law 12). */
export const Settings = v.object({
  app: Name,
  /** The application's name as people know it. */
  name: Name,
  /** Enabled factors, in the order of their tabs. */
  factors: v.array(Factor),
  identifiers: v.array(IdentifierKind),
  signInMethods: v.array(v.picklist(["password", "code"])),
  /** Countries a code may be sent to by SMS, as ISO 3166-1 alpha-2; the first is preselected. Absent: all (S-33). */
  phoneCountries: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.minLength(1))),
  codeLength: v.literal(6),
  /** Seconds between two codes (R9). The server judges; this is for text only. */
  resendSeconds: v.pipe(v.number(), v.integer(), v.minValue(0)),
  branding: v.object({ logoUrl: v.optional(Text), accent: v.optional(Text) }),
  links: v.object({
    forgotPassword: v.optional(Text),
    signUp: v.optional(Text),
    help: v.optional(Text),
    privacy: v.optional(Text),
  }),
  now: Time,
});
export type Settings = v.InferOutput<typeof Settings>;

export const SettingsRequest = v.strictObject({ app: Name });

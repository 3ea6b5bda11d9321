import * as v from "valibot";
import { ChallengeFactor, Factor, SentFactor } from "./factor.ts";
import { Code, Name, Text, Time, Token } from "./primitives.ts";
import { Session } from "./session.ts";

/** Why the challenge is there: prove a factor, prove one before binding another (R8), or bind one because none is bound. */
export const Need = v.picklist(["verify", "prove", "bind"]);
export type Need = v.InferOutput<typeof Need>;

/** One factor of a challenge. The three delivery fields stand together, and only while a code of this account, target and app is alive (R9a). */
export const OfferedFactor = v.object({
  factor: ChallengeFactor,
  bound: v.boolean(),
  /** Masked by the server (R9b). */
  sentTo: v.optional(Text),
  /** When another code may be asked for. */
  resendAt: v.optional(Time),
  /** When the code that was sent dies. */
  expiresAt: v.optional(Time),
});
export type OfferedFactor = v.InferOutput<typeof OfferedFactor>;

/** A login that waits for its second factor. */
export const Challenge = v.object({
  /** `gc_…`; rotated by each completing call (S-22). */
  token: Token,
  /** 15 min absolute, never sliding. */
  expiresAt: Time,
  need: Need,
  /** The factor to show first (R13). */
  factor: ChallengeFactor,
  /** `factor` is the one that this account used last: no order of the host's comes before it (R13). Absent: not known, or never any. */
  lastUsed: v.optional(v.literal(true)),
  factors: v.pipe(v.array(OfferedFactor), v.minLength(1), v.maxLength(16)),
  /** Days for which this device may be trusted once the code is right; absent: not offered (R24). */
  trustDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90))),
  /** Whether the account has a recovery code to use beside an authenticator app (R13); absent: this backend can't tell. Told to nobody who did not give the right password. */
  recoverable: v.optional(v.boolean()),
  now: Time,
});
export type Challenge = v.InferOutput<typeof Challenge>;

/** What a call that may complete the login answers. */
export const Completion = v.variant("status", [
  v.object({
    status: v.literal("done"),
    session: Session,
    /** Where to go, when sign-in carried a listed `redirectUri` (R5). */
    redirectTo: v.optional(Text),
    /** Shown once, to be acknowledged (R14). */
    recoveryCode: v.optional(Text),
    /** What makes this device trusted; the host keeps it and hands it in at the next sign-in. Absent in cookie mode (R24). */
    deviceToken: v.optional(Token),
    now: Time,
  }),
  v.object({ status: v.literal("challenge"), challenge: Challenge, now: Time }),
]);
export type Completion = v.InferOutput<typeof Completion>;

/** `auto`: nobody pressed Send, a younger code is reused. `user`: somebody asked; inside the wait it is refused (R9a). */
export const Trigger = v.picklist(["auto", "user"]);
export type Trigger = v.InferOutput<typeof Trigger>;

export const SendRequest = v.strictObject({ factor: SentFactor, trigger: Trigger });

/** A code is on its way, or a younger one already was. */
export const Delivered = v.object({ sentTo: Text, resendAt: Time, expiresAt: Time, now: Time });
export type Delivered = v.InferOutput<typeof Delivered>;

/** An address to bind. Syntax is judged by the server, so that `target_invalid` has one meaning. */
export const BindRequest = v.strictObject({ factor: SentFactor, target: v.pipe(v.string(), v.minLength(1), v.maxLength(320)) });

/** The masked target; nothing was sent (R8). */
export const Bound = v.object({ factor: SentFactor, target: Text, now: Time });
export type Bound = v.InferOutput<typeof Bound>;

export const Bindable = v.object({ bindable: v.boolean(), now: Time });
export type Bindable = v.InferOutput<typeof Bindable>;

export const VerifyRequest = v.strictObject({ factor: Factor, code: Code, trustDevice: v.optional(v.boolean()) });

/** Accepts any case, spaces and dashes; the server folds them (R15). */
export const RecoveryRequest = v.strictObject({ code: v.pipe(Name, v.maxLength(64)) });

import * as v from "valibot";

/** Epoch milliseconds UTC, by the server's clock. Every time on the wire has this shape. */
export const Time = v.pipe(v.number(), v.integer(), v.minValue(0));
export type Time = v.InferOutput<typeof Time>;

/** Free text from outside, bounded so that no answer or body can flood a view or a row. */
export const Text = v.pipe(v.string(), v.maxLength(1024));

/** A non-empty bounded text. */
export const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(256));

/** An opaque bearer token: `gc_…` for a challenge, `gs_…` for a session. It carries no data. */
export const Token = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** A six-digit code as it travels: digits only. Trimming and digit folding happen before parsing (R6, S-57). */
export const Code = v.pipe(v.string(), v.regex(/^\d{6}$/));

/** The body of an answer that has nothing to say beyond the server's clock. */
export const Acknowledged = v.object({ now: Time });
export type Acknowledged = v.InferOutput<typeof Acknowledged>;

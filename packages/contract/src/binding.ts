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
  boundAt: Time,
});
export type Binding = v.InferOutput<typeof Binding>;

export const Bindings = v.object({ bindings: v.array(Binding), now: Time });
export type Bindings = v.InferOutput<typeof Bindings>;

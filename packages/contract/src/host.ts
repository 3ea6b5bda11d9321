import * as v from "valibot";
import { Name, Time, Token } from "./primitives.ts";

// What a host's own backend asks the server. No browser calls these, so no adapter has a method for them (AD-40).

export const VerifySessionRequest = v.strictObject({ token: Token });

/**
 * What a session is worth, in RFC 7662's shape. Anything but a live session of the asking application is `active: false`,
 * and nothing tells why. `exp` is RFC 7662's and counts seconds; `authTime` and `now` are milliseconds like every time here.
 */
export const SessionStatus = v.variant("active", [
  v.object({
    active: v.literal(true),
    /** The account's id: what the host keeps, never the name, which may change hands. */
    sub: Name,
    app: Name,
    authTime: Time,
    /** How the person proved who they are: require `mfa` where a second factor is a must. */
    amr: v.array(Name),
    /** Epoch seconds. */
    exp: v.pipe(v.number(), v.integer()),
    now: Time,
  }),
  v.object({ active: v.literal(false), now: Time }),
]);
export type SessionStatus = v.InferOutput<typeof SessionStatus>;

/** Calls of a host's backend, below the base path, as `Authorization: Basic <application>:<its secret>`. */
export const hostEndpoints = {
  verifySession: { method: "POST", path: "/session/verify", request: VerifySessionRequest, response: SessionStatus },
} as const;

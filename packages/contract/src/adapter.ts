import type * as v from "valibot";
import type { Endpoints, Operation } from "./endpoints.ts";
import type { Factor } from "./factor.ts";
import type { Result } from "./result.ts";

declare global {
  // The contract compiles without the DOM library; where that library is present this merges into its AbortSignal.
  interface AbortSignal {}
}

type TokenOf<E> = E extends { auth: "none" } ? unknown : { readonly token: string };
type BodyOf<E> = E extends { request: infer S extends v.GenericSchema } ? v.InferOutput<S> : E extends { body: "image" } ? { readonly image: Uint8Array } : unknown;

/** What a caller hands to an operation: the request's fields, and the token where the endpoint wants one. */
export type Input<Op extends Operation> = TokenOf<Endpoints[Op]> & BodyOf<Endpoints[Op]> & object;

/** What an operation answers when it succeeds. Every answer carries the server's `now`. */
export type Output<Op extends Operation> = v.InferOutput<Endpoints[Op]["response"]>;

export interface CallContext {
  /** Aborts the call. After an abort the answer is ignored, whatever it is. */
  readonly signal: AbortSignal;
  /** The Idempotency-Key of a mutating call: the same key with the same body within 60 s gives the same verdict and counts once (R12a). */
  readonly key: string;
}

/** One operation. It resolves with a `Result`; it rejects only on a bug, which the runtime shows as `unknown`. */
export type Call<Op extends Operation> = (input: Input<Op>, context: CallContext) => Promise<Result<Output<Op>>>;

/** What an adapter can do. What it cannot do the UI does not offer. */
export interface Capabilities {
  /** Factors whose codes can be verified. */
  readonly verify: readonly Factor[];
  /** Factors that can be bound during a login. */
  readonly bind: readonly Factor[];
  /** A challenge can be picked up after a reload. */
  readonly resume: boolean;
  /** Sign-in by verification code (R2a). */
  readonly signInCode: boolean;
  readonly recovery: boolean;
  readonly trustedDevice: boolean;
  /** The personal centre: list, bind, unbind, step-up. */
  readonly account: boolean;
  /** Repeating a call with the same key is safe. False: the runtime never repeats a mutating call. */
  readonly idempotent: boolean;
  /** An abort stops the request and not only the wait for it. */
  readonly abortable: boolean;
}

/** What a team implements to put `<Guard>` in front of its own backend. Operations it lacks answer `not_supported`. */
export interface GuardAdapter {
  readonly capabilities: Capabilities;

  /** Reads what the first screen may show. The form never waits for it. */
  readonly settings: Call<"settings">;

  /** Password login (R1). Answers a session, or a challenge when a second factor is needed. Errors: invalid_credentials, locked, closed, rate_limited, factor_unavailable. */
  readonly signIn: Call<"signIn">;
  /** Sends a code to sign in with to an e-mail or phone, and answers alike for one that nobody has (R2a). Errors: target_invalid, target_unavailable, resend_too_soon, ip_code_limit, recipient_limit, rate_limited, forbidden. */
  readonly requestSignInCode: Call<"requestSignInCode">;
  /** Judges it. Errors: code_invalid with 4..1 tries left; challenge_expired: this code takes no tries any more, ask for another. */
  readonly verifySignInCode: Call<"verifySignInCode">;

  /** The challenge as it stands. Sends nothing. Errors: challenge_expired, locked. */
  readonly resume: Call<"resume">;
  /** Sends a code, or reports the one that is already on its way (R9a). Errors: resend_too_soon, ip_code_limit, recipient_limit, delivery_failed, challenge_expired, locked. */
  readonly sendCode: Call<"sendCode">;
  readonly checkBindable: Call<"checkBindable">;
  /** Takes an address to bind; sends nothing (R8). Errors: target_invalid, target_unavailable, bind_not_allowed. */
  readonly bind: Call<"bind">;
  /** Judges a code (R12). Errors: code_invalid, locked, closed, challenge_expired. */
  readonly verifyCode: Call<"verifyCode">;
  readonly startTotp: Call<"startTotp">;
  readonly confirmTotp: Call<"confirmTotp">;
  readonly verifyRecoveryCode: Call<"verifyRecoveryCode">;
  readonly verifyFace: Call<"verifyFace">;
  readonly enrolFace: Call<"enrolFace">;

  /** Whoami. */
  readonly session: Call<"session">;
  readonly signOut: Call<"signOut">;

  /** What is bound, what can be, and how fresh the proof is. */
  readonly listFactors: Call<"listFactors">;
  /** Errors of every change below: step_up_required when the proof is older than 5 min (R18, S-29). */
  readonly unbindFactor: Call<"unbindFactor">;
  /** Errors: code_invalid, invalid_credentials, locked, closed. */
  readonly stepUp: Call<"stepUp">;
  readonly sendStepUpCode: Call<"sendStepUpCode">;
  readonly stepUpFace: Call<"stepUpFace">;
  /** Takes an address and sends its code; the same call again asks for another one. */
  readonly bindEmail: Call<"bindEmail">;
  readonly confirmEmail: Call<"confirmEmail">;
  readonly bindPhone: Call<"bindPhone">;
  readonly confirmPhone: Call<"confirmPhone">;
  readonly enrolTotp: Call<"enrolTotp">;
  readonly confirmAccountTotp: Call<"confirmAccountTotp">;
  readonly enrolAccountFace: Call<"enrolAccountFace">;
  readonly renewRecoveryCode: Call<"renewRecoveryCode">;
  readonly listDevices: Call<"listDevices">;
  readonly revokeDevice: Call<"revokeDevice">;
}

import type * as v from "valibot";
import { AccountConfirmRequest, AccountTargetRequest, FreshRecoveryCode, RevokeDeviceRequest, SteppedUp, StepUpRequest, StepUpSendRequest, TrustedDevices, UnbindRequest, WhoAmI } from "./account.ts";
import { Bindings } from "./binding.ts";
import { Bindable, Bound, BindRequest, Challenge, Completion, Delivered, RecoveryRequest, SendRequest, VerifyRequest } from "./challenge.ts";
import { ConfirmRequest, TotpEnrolment } from "./enrolment.ts";
import { Acknowledged } from "./primitives.ts";
import { Settings, SettingsRequest } from "./settings.ts";
import { SignInCodeRequest, SignInRequest, VerifySignInCodeRequest } from "./sign-in.ts";

/** Whose token a call carries as `Authorization: Bearer`. A challenge token opens challenge calls and nothing else (S-23). */
export type Auth = "none" | "challenge" | "session";

export interface Endpoint {
  readonly method: "GET" | "POST" | "DELETE";
  /** Below the base path `/api/v1`; `:name` is filled from the request. */
  readonly path: `/${string}`;
  readonly auth: Auth;
  /** JSON body, or the query of a GET, or the path's names. Absent: the call takes no input but its token. */
  readonly request?: v.GenericSchema<object>;
  /** The body is image bytes (JPEG or PNG, at most 5 MB) instead of JSON. */
  readonly body?: "image";
  readonly response: v.GenericSchema<object>;
}

/** Operation -> request on the wire. The single source for adapter-http, the server's routes and OpenAPI. */
export const endpoints = {
  settings: { method: "GET", path: "/settings", auth: "none", request: SettingsRequest, response: Settings },

  signIn: { method: "POST", path: "/sign-in", auth: "none", request: SignInRequest, response: Completion },
  requestSignInCode: { method: "POST", path: "/sign-in/code", auth: "none", request: SignInCodeRequest, response: Delivered },
  verifySignInCode: { method: "POST", path: "/sign-in/code/verify", auth: "none", request: VerifySignInCodeRequest, response: Completion },

  resume: { method: "GET", path: "/challenge", auth: "challenge", response: Challenge },
  sendCode: { method: "POST", path: "/challenge/send", auth: "challenge", request: SendRequest, response: Delivered },
  checkBindable: { method: "POST", path: "/challenge/bindable", auth: "challenge", request: BindRequest, response: Bindable },
  bind: { method: "POST", path: "/challenge/bind", auth: "challenge", request: BindRequest, response: Bound },
  verifyCode: { method: "POST", path: "/challenge/verify", auth: "challenge", request: VerifyRequest, response: Completion },
  startTotp: { method: "POST", path: "/challenge/totp", auth: "challenge", response: TotpEnrolment },
  confirmTotp: { method: "POST", path: "/challenge/totp/confirm", auth: "challenge", request: ConfirmRequest, response: Completion },
  verifyRecoveryCode: { method: "POST", path: "/challenge/recovery", auth: "challenge", request: RecoveryRequest, response: Completion },
  verifyFace: { method: "POST", path: "/challenge/face", auth: "challenge", body: "image", response: Completion },
  enrolFace: { method: "POST", path: "/challenge/face/enrol", auth: "challenge", body: "image", response: Completion },

  session: { method: "GET", path: "/session", auth: "session", response: WhoAmI },
  signOut: { method: "DELETE", path: "/session", auth: "session", response: Acknowledged },

  listFactors: { method: "GET", path: "/account/factors", auth: "session", response: Bindings },
  unbindFactor: { method: "DELETE", path: "/account/factors/:id", auth: "session", request: UnbindRequest, response: Acknowledged },
  stepUp: { method: "POST", path: "/account/step-up", auth: "session", request: StepUpRequest, response: SteppedUp },
  sendStepUpCode: { method: "POST", path: "/account/step-up/send", auth: "session", request: StepUpSendRequest, response: Delivered },
  stepUpFace: { method: "POST", path: "/account/step-up/face", auth: "session", body: "image", response: SteppedUp },
  bindEmail: { method: "POST", path: "/account/email", auth: "session", request: AccountTargetRequest, response: Delivered },
  confirmEmail: { method: "POST", path: "/account/email/confirm", auth: "session", request: AccountConfirmRequest, response: Acknowledged },
  bindPhone: { method: "POST", path: "/account/phone", auth: "session", request: AccountTargetRequest, response: Delivered },
  confirmPhone: { method: "POST", path: "/account/phone/confirm", auth: "session", request: AccountConfirmRequest, response: Acknowledged },
  enrolTotp: { method: "POST", path: "/account/totp", auth: "session", response: TotpEnrolment },
  confirmAccountTotp: { method: "POST", path: "/account/totp/confirm", auth: "session", request: ConfirmRequest, response: FreshRecoveryCode },
  enrolAccountFace: { method: "POST", path: "/account/face", auth: "session", body: "image", response: Acknowledged },
  renewRecoveryCode: { method: "POST", path: "/account/recovery-code", auth: "session", response: FreshRecoveryCode },
  listDevices: { method: "GET", path: "/account/devices", auth: "session", response: TrustedDevices },
  revokeDevice: { method: "DELETE", path: "/account/devices/:id", auth: "session", request: RevokeDeviceRequest, response: Acknowledged },
} as const satisfies Record<string, Endpoint>;

export type Endpoints = typeof endpoints;
export type Operation = keyof Endpoints;

/** The base path of Guard's own HTTP contract. */
export const BASE_PATH = "/api/v1";

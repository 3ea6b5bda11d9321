import { fail } from "@guard/contract";
import type { Endpoints, Operation, Output, Result } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import { bind, checkBindable } from "../challenge/bind.ts";
import { enrolFace } from "../challenge/enrol-face.ts";
import { resume } from "../challenge/resume.ts";
import { sendCode } from "../challenge/send.ts";
import { verifyCode } from "../challenge/verify.ts";
import { verifyFace } from "../challenge/verify-face.ts";
import type { ImageRequest } from "../challenge/verify-face.ts";
import type { Domain } from "../domain.ts";
import { readSession, signOut } from "../session/session.ts";
import { readSettings } from "../settings/settings.ts";
import { signIn } from "../sign-in/sign-in.ts";

type RequestOf<Op extends Operation> = Endpoints[Op] extends { readonly request: infer S extends v.GenericSchema } ? v.InferOutput<S> : Endpoints[Op] extends { readonly body: "image" } ? ImageRequest : object;

/** One operation of the contract. */
export type Handler<Op extends Operation> = (domain: Domain, caller: Caller, request: RequestOf<Op>) => Promise<Result<Output<Op>>>;

/** The contract has it, a later part of the server will. */
const notSupported = (): Promise<Result<never>> => Promise.resolve(fail({ code: "not_supported" }));

/** Every operation of the contract, none missing: the compiler compares it with the endpoints table. */
export const handlers: { readonly [Op in Operation]: Handler<Op> } = {
  settings: readSettings,

  signIn,
  requestSignInCode: notSupported,
  verifySignInCode: notSupported,

  resume,
  sendCode,
  checkBindable,
  bind,
  verifyCode,
  startTotp: notSupported,
  confirmTotp: notSupported,
  verifyRecoveryCode: notSupported,
  verifyFace,
  enrolFace,

  session: readSession,
  signOut,

  listFactors: notSupported,
  unbindFactor: notSupported,
  stepUp: notSupported,
  sendStepUpCode: notSupported,
  stepUpFace: notSupported,
  bindEmail: notSupported,
  confirmEmail: notSupported,
  bindPhone: notSupported,
  confirmPhone: notSupported,
  enrolTotp: notSupported,
  confirmAccountTotp: notSupported,
  enrolAccountFace: notSupported,
  renewRecoveryCode: notSupported,
  listDevices: notSupported,
  revokeDevice: notSupported,
};

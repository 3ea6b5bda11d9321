import type { Endpoints, Operation, Output, Result } from "@guard/contract";
import type * as v from "valibot";
import { bindEmail, bindPhone, confirmEmail, confirmPhone } from "../account/bind-target.ts";
import { enrolAccountFace } from "../account/enrol-face.ts";
import { listFactors } from "../account/list-factors.ts";
import { renewRecoveryCode } from "../account/renew-recovery-code.ts";
import { sendStepUpCode } from "../account/send-code.ts";
import { stepUp, stepUpFace } from "../account/step-up.ts";
import { confirmAccountTotp, enrolTotp } from "../account/totp.ts";
import { unbindFactor } from "../account/unbind-factor.ts";
import type { Caller } from "../caller.ts";
import { bind, checkBindable } from "../challenge/bind.ts";
import { enrolFace } from "../challenge/enrol-face.ts";
import { resume } from "../challenge/resume.ts";
import { sendCode } from "../challenge/send.ts";
import { confirmTotp, startTotp } from "../challenge/totp.ts";
import { verifyCode, verifyRecoveryCode } from "../challenge/verify.ts";
import { verifyFace } from "../challenge/verify-face.ts";
import { listDevices } from "../device/list-devices.ts";
import { revokeDevice } from "../device/revoke-device.ts";
import type { Domain } from "../domain.ts";
import type { ImageRequest } from "../factors/face/picture.ts";
import { readSession, signOut } from "../session/session.ts";
import { readSettings } from "../settings/settings.ts";
import { requestSignInCode } from "../sign-in/by-code/request.ts";
import { verifySignInCode } from "../sign-in/by-code/verify.ts";
import { signIn } from "../sign-in/sign-in.ts";

type RequestOf<Op extends Operation> = Endpoints[Op] extends { readonly request: infer S extends v.GenericSchema } ? v.InferOutput<S> : Endpoints[Op] extends { readonly body: "image" } ? ImageRequest : object;

/** One operation of the contract. */
export type Handler<Op extends Operation> = (domain: Domain, caller: Caller, request: RequestOf<Op>) => Promise<Result<Output<Op>>>;

/** Every operation of the contract, none missing: the compiler compares it with the endpoints table. */
export const handlers: { readonly [Op in Operation]: Handler<Op> } = {
  settings: readSettings,

  signIn,
  requestSignInCode,
  verifySignInCode,

  resume,
  sendCode,
  checkBindable,
  bind,
  verifyCode,
  startTotp,
  confirmTotp,
  verifyRecoveryCode,
  verifyFace,
  enrolFace,

  session: readSession,
  signOut,

  listFactors,
  unbindFactor,
  stepUp,
  sendStepUpCode,
  stepUpFace,
  bindEmail,
  confirmEmail,
  bindPhone,
  confirmPhone,
  enrolTotp,
  confirmAccountTotp,
  enrolAccountFace,
  renewRecoveryCode,
  listDevices,
  revokeDevice,
};

import { Acknowledged, Bindings, Delivered, FreshRecoveryCode, SteppedUp, TotpEnrolment, TrustedDevices } from "@guard/contract";
import { callsWith } from "./call-checked.ts";

/** A call of the personal centre. */
export const callAccount = callsWith({
  listFactors: Bindings,
  listDevices: TrustedDevices,
  sendStepUpCode: Delivered,
  stepUp: SteppedUp,
  stepUpFace: SteppedUp,
  bindEmail: Delivered,
  confirmEmail: Acknowledged,
  bindPhone: Delivered,
  confirmPhone: Acknowledged,
  enrolTotp: TotpEnrolment,
  confirmAccountTotp: FreshRecoveryCode,
  enrolAccountFace: Acknowledged,
  unbindFactor: Acknowledged,
  renewRecoveryCode: FreshRecoveryCode,
  revokeDevice: Acknowledged,
});

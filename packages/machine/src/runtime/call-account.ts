import { Acknowledged, Bindings, Delivered, FreshRecoveryCode, SteppedUp, TotpEnrolment, TrustedDevices, type CallContext, type Input, type Output, type Result } from "@guard/contract";
import { callChecked, type Called, type Shapes } from "./call-checked.ts";

type Performed =
  | "listFactors"
  | "listDevices"
  | "sendStepUpCode"
  | "stepUp"
  | "stepUpFace"
  | "bindEmail"
  | "confirmEmail"
  | "bindPhone"
  | "confirmPhone"
  | "enrolTotp"
  | "confirmAccountTotp"
  | "enrolAccountFace"
  | "unbindFactor"
  | "renewRecoveryCode"
  | "revokeDevice";

const shapes: Shapes<Performed> = {
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
};

/** A call of the personal centre. */
export const callAccount = <Op extends Performed>(visit: Called, operation: Op, input: Input<Op>, context: CallContext): Promise<Result<Output<Op>>> =>
  callChecked<Op>(visit, shapes, operation, input, context);

import { Bound, Challenge, Completion, Delivered, TotpEnrolment, type CallContext, type Input, type Output, type Result } from "@guard/contract";
import { callChecked, type Called, type Shapes } from "./call-checked.ts";

type Performed =
  | "signIn"
  | "requestSignInCode"
  | "verifySignInCode"
  | "resume"
  | "sendCode"
  | "bind"
  | "verifyCode"
  | "startTotp"
  | "confirmTotp"
  | "verifyRecoveryCode"
  | "verifyFace"
  | "enrolFace";

const shapes: Shapes<Performed> = {
  signIn: Completion,
  requestSignInCode: Delivered,
  verifySignInCode: Completion,
  resume: Challenge,
  sendCode: Delivered,
  bind: Bound,
  verifyCode: Completion,
  startTotp: TotpEnrolment,
  confirmTotp: Completion,
  verifyRecoveryCode: Completion,
  verifyFace: Completion,
  enrolFace: Completion,
};

/** A call of the login. */
export const callAdapter = <Op extends Performed>(login: Called, operation: Op, input: Input<Op>, context: CallContext): Promise<Result<Output<Op>>> =>
  callChecked<Op>(login, shapes, operation, input, context);

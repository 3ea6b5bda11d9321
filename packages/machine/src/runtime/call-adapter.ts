import { Bound, Challenge, Completion, Delivered, TotpEnrolment } from "@guard/contract";
import { callsWith } from "./call-checked.ts";

/** A call of the login. */
export const callAdapter = callsWith({
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
});

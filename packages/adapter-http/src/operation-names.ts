import type { Operation } from "@guard/contract";

// The names of the endpoints table without its schemas, which come in a later chunk. A name too few or too many does not compile.
const names: { readonly [Op in Operation]: true } = {
  settings: true,
  signIn: true,
  requestSignInCode: true,
  verifySignInCode: true,
  resume: true,
  sendCode: true,
  checkBindable: true,
  bind: true,
  verifyCode: true,
  startTotp: true,
  confirmTotp: true,
  verifyRecoveryCode: true,
  verifyFace: true,
  enrolFace: true,
  session: true,
  signOut: true,
  listFactors: true,
  unbindFactor: true,
  stepUp: true,
  sendStepUpCode: true,
  stepUpFace: true,
  bindEmail: true,
  confirmEmail: true,
  bindPhone: true,
  confirmPhone: true,
  enrolTotp: true,
  confirmAccountTotp: true,
  enrolAccountFace: true,
  renewRecoveryCode: true,
  listDevices: true,
  revokeDevice: true,
};

/** Every operation's name. */
export const operationNames = Object.keys(names) as readonly Operation[];

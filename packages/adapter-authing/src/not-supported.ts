import { fail, type CallContext, type GuardAdapter, type Operation, type Result } from "@guard/contract";
import type { ServerClock } from "./clock.ts";

/** What the protocol has no words for; `capabilities` says so before anybody asks. */
type Denied = Exclude<Operation, "settings" | "signIn" | "requestSignInCode" | "verifySignInCode" | "sendCode" | "checkBindable" | "bind" | "verifyCode" | "startTotp" | "confirmTotp" | "verifyRecoveryCode" | "verifyFace" | "enrolFace" | "session" | "signOut">;

const denied: { readonly [Op in Denied]: true } = {
  resume: true,
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

/** A call of each operation that is denied. */
export function notSupported(clock: ServerClock): Pick<GuardAdapter, Denied> {
  const deny = async (_input: object, _context: CallContext): Promise<Result<never>> => fail({ code: "not_supported" }, clock.now());
  return Object.fromEntries(Object.keys(denied).map((name) => [name, deny])) as unknown as Pick<GuardAdapter, Denied>;
}

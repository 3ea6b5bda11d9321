import { succeed } from "@guard/contract";
import * as v from "valibot";
import { confirmTotp } from "../challenge/totp.ts";
import { verifyRecoveryCode } from "../challenge/verify.ts";
import type { Call } from "./call.ts";
import { complete } from "./complete.ts";
import { readHolding } from "./holder.ts";
import type { Holding } from "./holder.ts";
import { findKeptSession, keepSession } from "./kept-session.ts";
import { AssociateFaceBody, associateFace, FaceBody, verifyFaceOf } from "./mfa/face.ts";
import { verifyEmail, verifyPhone } from "./mfa/verify-sent.ts";
import { verifyTotp } from "./mfa/verify-totp.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { EmailCodeBody, PhoneCodeBody, RecoveryBody, TotpBody } from "./shapes.ts";
import { signedIn } from "./signed-in.ts";

const Token = v.nullish(v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,512}$/)));
export const AuthFlowBody = v.object({ action: v.string(), data: v.nullish(v.looseObject({ mfaToken: Token })), flowHandle: Token });

type Action = (holding: Holding, data: object) => Promise<Outcome>;

/** An action takes what the route of the same name takes. */
function action<S extends v.GenericSchema>(schema: S, run: (holding: Holding, data: v.InferOutput<S>) => Promise<Outcome>): Action {
  return async (holding, data) => {
    const parsed = v.safeParse(schema, data);
    return parsed.success ? run(holding, parsed.output) : refuse({ code: "validation_failed" }, holding.call.domain.clock.now());
  };
}

const ACTIONS: Readonly<Record<string, Action>> = {
  "verify-email": action(EmailCodeBody, verifyEmail),
  "verify-sms": action(PhoneCodeBody, verifyPhone),
  "verify-totp": action(TotpBody, verifyTotp),
  "verify-face": action(FaceBody, verifyFaceOf),
  "associate-face": action(AssociateFaceBody, associateFace),
  "verify-totp-first-time": action(TotpBody, bindTotp),
  "recovery-totp": action(RecoveryBody, recover),
  "confirm-totp-recovery-code": acknowledge,
};

/** Guard's transport for second factors: one route, the call's name in the body, and the token there too or in the flow's handle. */
export async function runAuthFlow(call: Call, { action: name, data, flowHandle }: v.InferOutput<typeof AuthFlowBody>): Promise<Outcome> {
  const run = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (run === undefined) return refuse({ code: "not_supported" }, call.domain.clock.now());
  const token = data?.mfaToken ?? flowHandle ?? call.caller.token;
  const holding = await readHolding({ ...call, caller: { ...call.caller, token } });
  return holding.ok ? run(holding.data, data ?? {}) : holding;
}

/** Binds an authenticator app. The login ends when its owner noted the recovery code (R14). */
async function bindTotp({ call }: Holding, { totp: code }: v.InferOutput<typeof TotpBody>): Promise<Outcome> {
  const confirmed = await confirmTotp(call.domain, call.caller, { code });
  await keepSession(call, confirmed);
  const completed = await complete(call, confirmed, "totp");
  return completed.ok ? done(null) : completed;
}

async function recover({ call }: Holding, { recoveryCode: code }: v.InferOutput<typeof RecoveryBody>): Promise<Outcome> {
  const recovered = await verifyRecoveryCode(call.domain, call.caller, { code });
  await keepSession(call, recovered);
  const completed = await complete(call, recovered, "recovery");
  return completed.ok ? done(completed.beside ?? null) : completed;
}

/** The recovery code was noted: here is the session. */
async function acknowledge({ call }: Holding): Promise<Outcome> {
  const kept = await findKeptSession(call);
  if (kept === undefined) return refuse({ code: "challenge_expired" }, call.domain.clock.now());
  await kept.handOver();
  const user = await signedIn(kept.call, succeed(true));
  return user.ok ? { ...user, endsLogin: true } : user;
}

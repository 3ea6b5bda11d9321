import type { Delivered, Result, SentFactor } from "@guard/contract";
import { bindEmail, bindPhone } from "../account/bind-target.ts";
import { sendStepUpCode } from "../account/send-code.ts";
import { sendIn } from "../challenge/send.ts";
import { sha256 } from "../crypto/digest.ts";
import { requestSignInCode } from "../sign-in/by-code/request.ts";
import type { Call } from "./call.ts";
import { enterTarget } from "./enter-target.ts";
import { findOwn, findWaiting } from "./find-waiting.ts";
import type { Waiting } from "./find-waiting.ts";
import { readHolding } from "./holder.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { readOwnAddress } from "./own-address.ts";
import { internationalPhone } from "./phone.ts";

/** What a code is wanted for, as the scenes of e-mail and SMS name it; the others belong to what this server does not do. */
type Wanted = "mfa" | "bind" | "login" | "whatever";

const SCENES: Readonly<Record<string, Wanted>> = {
  MFA_VERIFY: "mfa",
  MFA_VERIFY_CODE: "mfa",
  EMAIL_BIND_VERIFY_CODE: "bind",
  LOGIN_VERIFY_CODE: "login",
  VERIFY_CODE: "mfa",
  "mfa-verify": "mfa",
  "mfa-bind": "bind",
  bind: "bind",
  login: "login",
  // The only way the SDK's own examples ask for a code by SMS, to sign in with too.
  "": "whatever",
};

interface Send {
  readonly call: Call;
  readonly factor: SentFactor;
  readonly address: string;
  readonly wanted: Wanted;
}

export const sendEmail = (call: Call, { email, scene }: { readonly email: string; readonly scene: string }): Promise<Outcome<null>> => send(call, "email", email, scene);

export const sendSms = (call: Call, { phone, phoneCountryCode, scene }: { readonly phone: string; readonly phoneCountryCode?: string | null | undefined; readonly scene?: string | null | undefined }): Promise<Outcome<null>> =>
  send(call, "sms", internationalPhone(phone, phoneCountryCode), scene ?? "");

/** Sends a code to whoever waits for one there. Where nobody does, the answer is the same and nothing is sent (R23). */
async function send(call: Call, factor: SentFactor, address: string, scene: string): Promise<Outcome<null>> {
  const { domain, app, caller } = call;
  const wanted = Object.hasOwn(SCENES, scene) ? SCENES[scene] : undefined;
  if (wanted === undefined) return refuse({ code: "not_supported" }, domain.clock.now());
  const second = wanted === "login" ? undefined : await sendSecondFactor({ call, factor, address, wanted });
  const toSignIn = wanted === "login" || wanted === "whatever";
  const sent = second ?? (toSignIn ? await requestSignInCode(domain, { ...caller, token: "" }, { app, identifier: address }) : undefined);
  // An application without sign-in by code is no reason to complain to somebody who did not say what the code is for.
  const silent = sent === undefined || (wanted === "whatever" && !sent.ok && sent.error.code === "forbidden");
  return silent || sent.ok ? done(null) : refuse(sent.error, domain.clock.now());
}

/** The token that comes along may be anything: a login's, an older session's, or none. A login that waits comes before a session. */
async function sendSecondFactor(send: Send): Promise<Result<Delivered> | undefined> {
  const { call, factor, address } = send;
  const { domain, caller } = call;
  const target = domain.runners.get(factor)?.delivery?.parseTarget(address);
  if (target === undefined) return undefined;
  const waiting = await findLogin(send, target);
  if (waiting === undefined) return sendFromCentre(send, target);
  if (waiting.binds) {
    const entered = await enterTarget(domain, waiting, { factor, target });
    if (!entered.ok) return waiting.isOwn ? entered : undefined;
  }
  return sendIn(domain, caller, waiting.tokenHash, { factor, trigger: "user" });
}

async function findLogin({ call, factor }: Send, target: string): Promise<Waiting | undefined> {
  const holding = await readHolding(call);
  const own = holding.ok && holding.data.kind === "challenge" ? await findOwn(call, await sha256(holding.data.call.caller.token), factor, target) : undefined;
  return own ?? findWaiting(call, factor, target);
}

/** From a session: to a new address that is to be bound, or to one's own as a step-up. */
async function sendFromCentre({ call, factor, address, wanted }: Send, target: string): Promise<Result<Delivered> | undefined> {
  const holding = await readHolding(call);
  if (!holding.ok || holding.data.kind === "challenge") return undefined;
  const { domain, caller } = holding.data.call;
  if (wanted === "bind") return (factor === "email" ? bindEmail : bindPhone)(domain, caller, { target: address });
  return (await readOwnAddress(holding.data.call, factor)).proven === target ? sendStepUpCode(domain, caller, { factor, trigger: "user" }) : undefined;
}

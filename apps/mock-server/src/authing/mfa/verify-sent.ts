import type { SentFactor } from "@guard/contract";
import { confirmEmail, confirmPhone } from "../../account/bind-target.ts";
import { stepUp } from "../../account/step-up.ts";
import { verifyCode } from "../../challenge/verify.ts";
import { sha256 } from "../../crypto/digest.ts";
import type { Call } from "../call.ts";
import { complete } from "../complete.ts";
import { readOffer } from "../find-waiting.ts";
import type { Holding } from "../holder.ts";
import { refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readOwnAddress } from "../own-address.ts";
import { internationalPhone } from "../phone.ts";
import { signedIn } from "../signed-in.ts";
import type { AuthingUser } from "../user.ts";

interface PhoneCode {
  readonly phone: string;
  readonly code: string;
  readonly phoneCountryCode?: string | null | undefined;
}

export const verifyEmail = (holding: Holding, { email, code }: { readonly email: string; readonly code: string }): Promise<Outcome<AuthingUser>> => verifySent(holding, "email", email, code);
export const verifyPhone = (holding: Holding, { phone, code, phoneCountryCode }: PhoneCode): Promise<Outcome<AuthingUser>> => verifySent(holding, "sms", internationalPhone(phone, phoneCountryCode), code);

/** Judges a code that was sent to an address: in a login a bound one, or a new one that this binds; else a step-up or a binding of the personal centre. */
async function verifySent({ kind, call }: Holding, factor: SentFactor, typed: string, code: string): Promise<Outcome<AuthingUser>> {
  const target = call.domain.runners.get(factor)?.delivery?.parseTarget(typed);
  return kind === "challenge" ? verifyInLogin(call, factor, target, code) : verifyInCentre(call, factor, target, code);
}

async function verifyInLogin(call: Call, factor: SentFactor, target: string | undefined, code: string): Promise<Outcome<AuthingUser>> {
  const { domain, caller } = call;
  const offer = await readOffer(domain, await sha256(caller.token), factor);
  // Another address than the one that is asked for is refused before anything is compared (S-30).
  if (offer !== undefined && offer.target !== target) return refuse({ code: "target_unavailable" }, domain.clock.now());
  return complete(call, await verifyCode(domain, caller, { factor, code }));
}

async function verifyInCentre(call: Call, factor: SentFactor, target: string | undefined, code: string): Promise<Outcome<AuthingUser>> {
  const { domain, caller } = call;
  const { toBind, proven } = await readOwnAddress(call, factor);
  if (target !== undefined && target === toBind) {
    const confirmed = await (factor === "email" ? confirmEmail : confirmPhone)(domain, caller, { code });
    return signedIn(call, confirmed);
  }
  if (proven !== null && proven !== target) return refuse({ code: "target_unavailable" }, domain.clock.now());
  return signedIn(call, await stepUp(domain, caller, { factor, code }));
}

import type { Challenge } from "@guard/contract";
import { listOffers } from "../challenge/offer.ts";
import type { Offer, Open } from "../challenge/offer.ts";
import { openChallenge } from "../challenge/open.ts";
import { sha256 } from "../crypto/digest.ts";
import { networkOf } from "../network/address.ts";
import { GLOBAL_SCOPE } from "../policy/effective-policy.ts";
import { keepAuthingLogin } from "../store/authing-login.ts";
import { transact } from "../store/transaction.ts";
import type { Call } from "./call.ts";
import { refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { nationalPhone } from "./phone.ts";
import { inUtc } from "./user.ts";

/**
 * A login that asks for a second factor, as the error that Authing's clients expect. It tells bound addresses unmasked,
 * because the client sends them back with each call: to nobody but who gave the right password, and on these routes only.
 * Guard gets the token as its flow's handle too, since some of its calls bring nothing else. `need`, `now` and each entry's
 * `factor` are ours: Authing has no word for a factor that is only proven, nor for an account that a recovery code opens.
 */
export async function requireMfa({ domain, caller }: Call, { token, expiresAt, factor, need }: Challenge): Promise<Outcome<never>> {
  const tokenHash = await sha256(token);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const open = await openChallenge(tx, tokenHash, now);
    if (!open.ok) return refuse(open.error, now);
    await keepAuthingLogin(tx, { tokenHash, app: open.value.row.app, network: networkOf(caller.ip), createdAt: now, expiresAt });
    const offers = listOffers(open.value, domain.runners).toSorted((left, right) => Number(right.runner.factor === factor) - Number(left.runner.factor === factor));
    const data = { mfaToken: token, mfaTokenExpiredAt: inUtc(expiresAt), need, now, ...factorsOf(offers), ...profileOf(open.value) };
    return { ok: false, refusal: { code: isOwnTotp(open.value, offers) ? 1635 : 1636, statusCode: 302, message: "mfa", data, beside: { flowHandle: token } } };
  });
}

const POLICIES = { email: "EMAIL", sms: "SMS", totp: "OTP", face: "FACE", recovery: "OTP" } as const;

/** The recovery code has no place in the list: clients reach it from the authenticator app, and so they do where it is all that is left (R11b). */
function factorsOf(offers: readonly Offer[]): object {
  const bound = (factor: keyof typeof POLICIES) => offers.find(({ runner, bound: isBound }) => isBound && runner.factor === factor);
  const phone = bound("sms")?.target;
  const { phone: mfaPhone, phoneCountryCode } = phone === null || phone === undefined ? { phone: null, phoneCountryCode: null } : nationalPhone(phone);
  return {
    mfaEmail: bound("email")?.target ?? null,
    mfaPhone,
    mfaPhoneCountryCode: phoneCountryCode,
    totpMfaEnabled: bound("totp") !== undefined || bound("recovery") !== undefined,
    faceMfaEnabled: bound("face") !== undefined,
    passkeyEnabled: false,
    applicationMfa: offers.map(({ runner }, at) => ({ mfaPolicy: POLICIES[runner.factor], status: 1, sort: at + 1, factor: runner.factor })),
  };
}

function profileOf({ standing: { account } }: Open): object {
  const { username, email, phone } = account;
  return { username, email, phone: phone === null ? null : nationalPhone(phone).phone, nickname: null, avatar: null };
}

/** Authing's SELF is a user's own authenticator app, for all applications; APPLICATION is what this one asks for (R16a). Pure. */
function isOwnTotp({ standing }: Open, offers: readonly Offer[]): boolean {
  return standing.policy.scope === GLOBAL_SCOPE && offers.some(({ runner, bound }) => bound && runner.factor === "totp");
}

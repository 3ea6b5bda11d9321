import { fail, type CallContext, type Factor, type GuardAdapter, type Result, type TrustedDevice } from "@guard/contract";
import type { Account, CenterAnswer, CenterEffect, Reading } from "../center/index.ts";
import { callAccount } from "./call-account.ts";

/** What a visit to the personal centre carries besides what the person does. */
export interface Visit {
  readonly adapter: GuardAdapter;
  /** The session's token; never part of the machine's state. */
  readonly token: string;
  /** Told of a bug: an adapter threw or answered out of shape. */
  readonly onFault?: (fault: unknown) => void;
}

type EffectOf<Type extends CenterEffect["type"]> = Extract<CenterEffect, { readonly type: Type }>;
type ResultTo<Type extends CenterEffect["type"]> = Extract<CenterAnswer, { readonly to: Type }>["result"];
type Performers = { readonly [Type in CenterEffect["type"]]: (visit: Visit, effect: EffectOf<Type>, context: CallContext) => Promise<ResultTo<Type>> };

/** The browsers that are trusted; undefined where this backend trusts none. */
async function readDevices(visit: Visit, context: CallContext): Promise<Result<readonly TrustedDevice[] | undefined>> {
  const { adapter, token } = visit;
  if (!adapter.capabilities.trustedDevice) return { ok: true, value: undefined };
  const result = await callAccount(visit, "listDevices", { token }, context);
  return result.ok ? { ok: true, value: result.value.devices } : result;
}

/** The account as the UI may offer it: only what the adapter can do. */
async function read(visit: Visit, _: EffectOf<"read">, context: CallContext): Promise<Result<Reading>> {
  const { capabilities } = visit.adapter;
  if (!capabilities.account) return fail({ code: "not_supported" });
  const [factors, trusted] = await Promise.all([callAccount(visit, "listFactors", { token: visit.token }, context), readDevices(visit, context)]);
  if (!factors.ok) return factors;
  if (!trusted.ok) return trusted;
  const { now, bindable, stepUpBy, bindings, ...times } = factors.value;
  const canVerify = (factor: Factor): boolean => capabilities.verify.includes(factor);
  const account: Account = {
    bindings,
    bindable: bindable.filter((factor) => capabilities.bind.includes(factor)),
    // The password counts only where nothing is bound (R18), and not where what is bound can't be run.
    proofs: stepUpBy.length === 0 ? ["password"] : stepUpBy.filter(canVerify),
    ...times,
    renewable: capabilities.recovery && (times.recoveryCodeAt !== undefined || bindings.some(({ factor }) => factor === "totp")),
    ...(trusted.value ? { devices: trusted.value } : {}),
  };
  return { ok: true, value: { account, now } };
}

/** One line an effect: what the adapter is handed. */
const performers: Performers = {
  read,
  sendStepUp: (visit, { factor, trigger }, context) => callAccount(visit, "sendStepUpCode", { token: visit.token, factor, trigger }, context),
  stepUp: (visit, { proof }, context) => callAccount(visit, "stepUp", { token: visit.token, ...proof }, context),
  stepUpFace: (visit, { image }, context) => callAccount(visit, "stepUpFace", { token: visit.token, image }, context),
  bind: (visit, { factor, target, trigger }, context) => callAccount(visit, factor === "email" ? "bindEmail" : "bindPhone", { token: visit.token, target, trigger }, context),
  confirm: (visit, { factor, code }, context) => callAccount(visit, factor === "email" ? "confirmEmail" : "confirmPhone", { token: visit.token, code }, context),
  startTotp: (visit, _, context) => callAccount(visit, "enrolTotp", { token: visit.token }, context),
  confirmTotp: (visit, { code }, context) => callAccount(visit, "confirmAccountTotp", { token: visit.token, code }, context),
  bindFace: (visit, { image }, context) => callAccount(visit, "enrolAccountFace", { token: visit.token, image }, context),
  unbind: (visit, { id }, context) => callAccount(visit, "unbindFactor", { token: visit.token, id }, context),
  renew: (visit, _, context) => callAccount(visit, "renewRecoveryCode", { token: visit.token }, context),
  revoke: (visit, { id }, context) => callAccount(visit, "revokeDevice", { token: visit.token, id }, context),
};

/** Hands one effect to the adapter and brings its answer back. Never rejects. */
export async function performCenter(visit: Visit, effect: CenterEffect, context: CallContext): Promise<CenterAnswer> {
  // The casts: TypeScript can't relate an effect's type to its performer's parameter and answer.
  const run = performers[effect.type] as (visit: Visit, effect: CenterEffect, context: CallContext) => Promise<CenterAnswer["result"]>;
  return { to: effect.type, result: await run(visit, effect, context) } as CenterAnswer;
}

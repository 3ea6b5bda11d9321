import { fail, type CallContext, type ChallengeFactor, type Completion, type GuardAdapter, type Result } from "@guard/contract";
import type { Answer, Effect } from "../flow/index.ts";
import { offerable, offerableCompletion } from "../flow/offer.ts";
import { callAdapter } from "./call-adapter.ts";
import { knownDevice, type DeviceTokenStore } from "./device-token.ts";

/** What a login carries besides what the person types. */
export interface Login {
  readonly adapter: GuardAdapter;
  readonly app: string;
  readonly redirectUri?: string;
  readonly factorOrder?: readonly ChallengeFactor[];
  /** Where the host keeps what makes this device trusted (R24). */
  readonly deviceToken?: DeviceTokenStore;
  /** Told of a bug: an adapter threw or answered out of shape, or the host's `deviceToken` threw. */
  readonly onFault?: (fault: unknown) => void;
}

type EffectOf<Type extends Effect["type"]> = Extract<Effect, { readonly type: Type }>;
type ResultTo<Type extends Effect["type"]> = Extract<Answer, { readonly to: Type }>["result"];
type Performers = { readonly [Type in Effect["type"]]: (login: Login, effect: EffectOf<Type>, context: CallContext) => Promise<ResultTo<Type>> };

const offered = async ({ adapter, factorOrder }: Login, completing: Promise<Result<Completion>>): Promise<Result<Completion>> =>
  offerableCompletion(await completing, adapter.capabilities, factorOrder);

const redirectOf = ({ redirectUri }: Login) => (redirectUri === undefined ? {} : { redirectUri });

async function signIn(login: Login, { identifier, password }: EffectOf<"signIn">, context: CallContext): Promise<Result<Completion>> {
  const { app } = login;
  // Without a store the call goes off within the click.
  const deviceToken = login.deviceToken && (await knownDevice(login));
  // Who went back meanwhile has sent nothing.
  if (context.signal.aborted) return fail({ code: "timeout" });
  const input = { app, identifier, password, ...redirectOf(login), ...(deviceToken === undefined ? {} : { deviceToken }) };
  return offered(login, callAdapter(login, "signIn", input, context));
}

/** One line an effect: what the adapter is handed, and what of its answer may be offered. */
const performers: Performers = {
  signIn,
  requestSignInCode: (login, { identifier, trigger }, context) => callAdapter(login, "requestSignInCode", { app: login.app, identifier, trigger }, context),
  verifySignInCode: (login, { identifier, code }, context) =>
    offered(login, callAdapter(login, "verifySignInCode", { app: login.app, identifier, code, ...redirectOf(login) }, context)),
  async resume(login, { token }, context) {
    const result = await callAdapter(login, "resume", { token }, context);
    return result.ok ? offerable(result.value, login.adapter.capabilities, login.factorOrder) : result;
  },
  send: (login, { token, factor, trigger }, context) => callAdapter(login, "sendCode", { token, factor, trigger }, context),
  bind: (login, { token, factor, target }, context) => callAdapter(login, "bind", { token, factor, target }, context),
  verify: (login, { token, factor, code, trustDevice }, context) =>
    offered(login, callAdapter(login, "verifyCode", { token, factor, code, ...(trustDevice ? { trustDevice } : {}) }, context)),
  startTotp: (login, { token }, context) => callAdapter(login, "startTotp", { token }, context),
  confirmTotp: (login, { token, code }, context) => offered(login, callAdapter(login, "confirmTotp", { token, code }, context)),
  verifyRecoveryCode: (login, { token, code }, context) => offered(login, callAdapter(login, "verifyRecoveryCode", { token, code }, context)),
  face: (login, { token, image, bound }, context) => offered(login, callAdapter(login, bound ? "verifyFace" : "enrolFace", { token, image }, context)),
};

/** Hands one effect to the adapter and brings its answer back. Never rejects. */
export async function perform(login: Login, effect: Effect, context: CallContext): Promise<Answer> {
  // The casts: TypeScript can't relate an effect's type to its performer's parameter and answer.
  const run = performers[effect.type] as (login: Login, effect: Effect, context: CallContext) => Promise<Answer["result"]>;
  return { to: effect.type, result: await run(login, effect, context) } as Answer;
}

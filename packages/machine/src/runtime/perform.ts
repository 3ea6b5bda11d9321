import { Bound, Challenge, Completion, Delivered, ErrorCode, fail, type Call, type CallContext, type ChallengeFactor, type Endpoints, type GuardAdapter, type Input, type Output, type Result } from "@guard/contract";
import * as v from "valibot";
import type { Answer, Effect } from "../flow/index.ts";
import { offerable, offerableCompletion } from "../flow/offer.ts";

/** What a login carries besides what the person types. */
export interface Login {
  readonly adapter: GuardAdapter;
  readonly app: string;
  readonly redirectUri?: string;
  readonly factorOrder?: readonly ChallengeFactor[];
  /** Told of an adapter's bug: it threw, or answered out of shape. */
  readonly onFault?: (fault: unknown) => void;
}

type Performed = "signIn" | "resume" | "sendCode" | "bind" | "verifyCode";

// What the endpoints table says of these five, and not the table: it would bring every other schema into the first chunk.
const shapes: { readonly [Op in Performed]: Endpoints[Op]["response"] } = { signIn: Completion, resume: Challenge, sendCode: Delivered, bind: Bound, verifyCode: Completion };

/** Trust ends here: an answer out of shape is `unknown` and never a success, whatever adapter gave it. */
async function call<Op extends Performed>(login: Login, operation: Op, input: Input<Op>, context: CallContext): Promise<Result<Output<Op>>> {
  try {
    const method: Call<Op> = login.adapter[operation] as Call<Op>;
    const result = await method(input, context);
    if (!result.ok) return v.is(ErrorCode, result.error.code) ? result : fail({ code: "unknown" }, result.now);
    const parsed = v.safeParse(shapes[operation], result.value);
    if (parsed.success) return { ok: true, value: parsed.output as Output<Op> };
    login.onFault?.(new Error(`The adapter's ${operation} answered out of shape: ${parsed.issues[0].message}`));
  } catch (fault) {
    login.onFault?.(fault);
  }
  return fail({ code: "unknown" });
}

async function signIn(login: Login, { identifier, password }: Extract<Effect, { type: "signIn" }>, context: CallContext): Promise<Answer> {
  const { app, redirectUri, adapter, factorOrder } = login;
  const input = { app, identifier, password, ...(redirectUri === undefined ? {} : { redirectUri }) };
  return { to: "signIn", result: offerableCompletion(await call(login, "signIn", input, context), adapter.capabilities, factorOrder) };
}

/** Hands one effect to the adapter and brings its answer back. Never rejects. */
export async function perform(login: Login, effect: Effect, context: CallContext): Promise<Answer> {
  const { capabilities } = login.adapter;
  switch (effect.type) {
    case "signIn":
      return signIn(login, effect, context);
    case "resume": {
      const result = await call(login, "resume", { token: effect.token }, context);
      return { to: "resume", result: result.ok ? offerable(result.value, capabilities, login.factorOrder) : result };
    }
    case "send": {
      const { token, factor, trigger } = effect;
      return { to: "send", result: await call(login, "sendCode", { token, factor, trigger }, context) };
    }
    case "bind": {
      const { token, factor, target } = effect;
      return { to: "bind", result: await call(login, "bind", { token, factor, target }, context) };
    }
    case "verify": {
      const { token, factor, code } = effect;
      return { to: "verify", result: offerableCompletion(await call(login, "verifyCode", { token, factor, code }, context), capabilities, login.factorOrder) };
    }
  }
}

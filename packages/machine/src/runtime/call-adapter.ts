import { Bound, Challenge, Completion, Delivered, ErrorCode, fail, TotpEnrolment, type Call, type CallContext, type Endpoints, type GuardAdapter, type Input, type Output, type Result } from "@guard/contract";
import * as v from "valibot";

type Performed =
  | "signIn"
  | "requestSignInCode"
  | "verifySignInCode"
  | "resume"
  | "sendCode"
  | "bind"
  | "verifyCode"
  | "startTotp"
  | "confirmTotp"
  | "verifyRecoveryCode"
  | "verifyFace"
  | "enrolFace";

// What the endpoints table says of these, and not the table: it would bring every other schema into the first chunk.
const shapes: { readonly [Op in Performed]: Endpoints[Op]["response"] } = {
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
};

interface Called {
  readonly adapter: GuardAdapter;
  readonly onFault?: (fault: unknown) => void;
}

/** Trust ends here: an answer out of shape is `unknown` and never a success, whatever adapter gave it. */
export async function callAdapter<Op extends Performed>(login: Called, operation: Op, input: Input<Op>, context: CallContext): Promise<Result<Output<Op>>> {
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

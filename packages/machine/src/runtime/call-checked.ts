import { ErrorCode, fail, type Call, type CallContext, type Endpoints, type GuardAdapter, type Input, type Operation, type Output, type Result } from "@guard/contract";
import * as v from "valibot";

/** The shapes of some operations' answers: what the endpoints table says of these, and not the table, which would bring every other schema along. */
type Shapes<Op extends Operation> = { readonly [Each in Op]: Endpoints[Each]["response"] };

export interface Called {
  readonly adapter: GuardAdapter;
  readonly onFault?: (fault: unknown) => void;
}

/** Calls of the operations whose shapes are given. Trust ends here: an answer out of shape is `unknown` and never a success, whatever adapter gave it. */
export const callsWith =
  <Any extends Operation>(shapes: Shapes<Any>) =>
  async <Op extends Any>(called: Called, operation: Op, input: Input<Op>, context: CallContext): Promise<Result<Output<Op>>> => {
    try {
      const method: Call<Op> = called.adapter[operation] as Call<Op>;
      const result = await method(input, context);
      if (!result.ok) return v.is(ErrorCode, result.error.code) ? result : fail({ code: "unknown" }, result.now);
      const parsed = v.safeParse(shapes[operation], result.value);
      if (parsed.success) return { ok: true, value: parsed.output as Output<Op> };
      called.onFault?.(new Error(`The adapter's ${operation} answered out of shape: ${parsed.issues[0].message}`));
    } catch (fault) {
      called.onFault?.(fault);
    }
    return fail({ code: "unknown" });
  };

import { fail, type CallContext, type GuardAdapter, type Operation, type Result } from "@guard/contract";

/** One call that waits for its answer. */
export interface OpenCall {
  readonly operation: Operation;
  readonly input: object;
  readonly context: CallContext;
  answer(result: Result<unknown>): Promise<void>;
  throws(fault: unknown): Promise<void>;
}

/** An adapter whose answers the test gives, in the order it likes. For runtime tests only: flows are tested against the real server. */
export function scriptedAdapter(): { readonly adapter: GuardAdapter; readonly calls: OpenCall[] } {
  const calls: OpenCall[] = [];
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const method = (operation: Operation) => (input: object, context: CallContext) =>
    new Promise<Result<unknown>>((resolve, reject) => {
      calls.push({
        operation,
        input,
        context,
        answer: (result) => (resolve(result), settled()),
        throws: (fault) => (reject(fault), settled()),
      });
    });
  const capabilities = { verify: ["email"], bind: ["email"], resume: true, signInCode: false, recovery: false, trustedDevice: false, account: false, idempotent: true, abortable: true } as const;
  const known = new Set<string>(["signIn", "resume", "sendCode", "bind", "verifyCode"]);
  const adapter = new Proxy({ capabilities } as unknown as GuardAdapter, {
    get: (target, name) => (name === "capabilities" ? target.capabilities : known.has(String(name)) ? method(name as Operation) : () => Promise.resolve(fail({ code: "not_supported" }))),
  });
  return { adapter, calls };
}

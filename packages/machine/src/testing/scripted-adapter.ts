import type { CallContext, Capabilities, GuardAdapter, Operation, Result } from "@guard/contract";

/** One call that waits for its answer. */
export interface OpenCall {
  readonly operation: Operation;
  readonly input: object;
  readonly context: CallContext;
  answer(result: Result<unknown>): Promise<void>;
  throws(fault: unknown): Promise<void>;
}

const modest: Capabilities = { verify: ["email"], bind: ["email"], resume: true, signInCode: false, recovery: false, trustedDevice: false, account: false, idempotent: true, abortable: true };

/** What an adapter can do that can do everything. */
export const everything: Capabilities = { ...modest, verify: ["email", "sms", "totp", "face"], bind: ["email", "sms", "totp", "face"], signInCode: true, recovery: true, trustedDevice: true };

/** An adapter whose answers the test gives, in the order it likes. For runtime tests only: flows are tested against the real server. */
export function scriptedAdapter(capabilities: Capabilities = modest): { readonly adapter: GuardAdapter; readonly calls: OpenCall[] } {
  const calls: OpenCall[] = [];
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
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
  const adapter = new Proxy({ capabilities } as unknown as GuardAdapter, {
    get: (target, name) => (name === "capabilities" ? target.capabilities : method(name as Operation)),
  });
  return { adapter, calls };
}

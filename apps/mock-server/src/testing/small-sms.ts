import type { Domain } from "../domain.ts";
import type { FactorRunner } from "../factors/runner.ts";
import { prepareSentCode } from "../factors/sent-code.ts";

/** SMS in small, whatever the registry has: its codes go to a list, oldest first. */
export interface SmallSms {
  readonly runner: FactorRunner;
  readonly codes: string[];
}

export function createSmallSms(domain: () => Domain): SmallSms {
  const codes: string[] = [];
  const send = ({ code }: { readonly code: string }) => Promise.resolve(codes.push(code)).then(() => "handed-over" as const);
  const delivery = { parseTarget: (typed: string) => typed, mask: () => "+86 •••••••• 00", send };
  return { codes, runner: { factor: "sms", takes: "code", delivery, prepare: async (attempt) => prepareSentCode(await domain().keys(), attempt) } };
}

import type { Keys } from "../../crypto/keys.ts";
import { sameMac } from "../../crypto/mac.ts";
import { findRecoveryMac } from "../../store/recovery-code.ts";
import type { Attempt, FactorRunner, Judge } from "../runner.ts";
import { foldRecovery, recoveryMacs } from "./code.ts";

/** The recovery code: asked for where a factor is, and counted like one (R15, S-21). */
export function createRecoveryRunner(keys: () => Promise<Keys>): FactorRunner {
  return { factor: "recovery", takes: "recovery", prepare: async (attempt) => prepareRecovery(await keys(), attempt) };
}

async function prepareRecovery(keys: Keys, { accountId, code }: Attempt<"recovery">): Promise<Judge> {
  const text = foldRecovery(code);
  if (text === undefined) return () => Promise.resolve(false);
  const typed = await recoveryMacs(keys, text);
  return async (tx) => {
    const stored = await findRecoveryMac(tx, accountId);
    // Used up by the login that it completes, which may be a bind later (AD-165).
    return stored !== undefined && typed.map((mac) => sameMac(mac, stored)).includes(true);
  };
}

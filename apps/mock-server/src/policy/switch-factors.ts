import { fail, succeed } from "@guard/contract";
import type { Factor, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { findApplication, findGlobalRules, holdFactors, saveFactors } from "../store/application.ts";
import { recordAudit } from "../store/audit.ts";
import { transact } from "../store/transaction.ts";
import { effectivePolicy } from "./effective-policy.ts";
import { dropBindings, dropFactor } from "./switch-off.ts";

/** Which factors an application asks for from now on. */
export interface FactorSwitch {
  readonly app: string;
  /** In the order of their tabs. */
  readonly factors: readonly Factor[];
}

/** What a save came to. */
export interface Switched {
  /** How many bindings it removed. */
  readonly removed: number;
  readonly now: number;
}

/** Saves the factors of an application, or of all that follow the global rules where it does (R3). The only way to change them: bindings of what is switched off go in the same transaction (R16, R16a). */
export function switchFactors(domain: Domain, caller: Caller, { app, factors }: FactorSwitch): Promise<Result<Switched>> {
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    const application = await findApplication(tx, app);
    if (application === undefined) return fail({ code: "not_found" });
    const { scope } = effectivePolicy(application, await findGlobalRules(tx));
    const before = await holdFactors(tx, scope);
    await saveFactors(tx, scope, factors);
    const off = before.filter((factor) => !factors.includes(factor));
    const on = factors.filter((factor) => !before.includes(factor));
    const removed: string[] = [];
    for (const factor of off) removed.push(...(await dropFactor(tx, scope, factor)));
    // A login that was binding while it went off may have left a row: what comes on again starts from nothing.
    for (const factor of on) removed.push(...(await dropBindings(tx, scope, factor)));
    await recordAudit(tx, caller, { event: "factors_switch", result: "success", app }, now);
    return succeed({ removed: removed.length, now });
  });
}

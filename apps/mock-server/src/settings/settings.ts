import { fail, succeed } from "@guard/contract";
import type { Result, Settings, SettingsRequest } from "@guard/contract";
import type * as v from "valibot";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { effectivePolicy } from "../policy/effective-policy.ts";
import { findApplication, findGlobalRules } from "../store/application.ts";
import { transact } from "../store/transaction.ts";

/** What the first screen may show of an application. Factors this server can't run are not promised. */
export function readSettings(domain: Domain, _caller: Caller, { app }: v.InferOutput<typeof SettingsRequest>): Promise<Result<Settings>> {
  return transact(domain.store, async (tx) => {
    const application = await findApplication(tx, app);
    if (application === undefined) return fail({ code: "not_found" });
    const policy = effectivePolicy(application, await findGlobalRules(tx));
    return succeed({
      app,
      name: application.name,
      factors: policy.factors.filter((factor) => domain.runners.has(factor)),
      identifiers: ["email", "username", "phone"],
      signInMethods: [...application.signInMethods],
      ...(domain.runners.has("sms") && { phoneCountries: [...policy.phoneCountries] }),
      codeLength: 6,
      resendSeconds: Math.ceil(policy.resendWaitMs / 1000),
      branding: {},
      links: {},
      now: domain.clock.now(),
    });
  });
}

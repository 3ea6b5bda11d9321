import type { Factor } from "@guard/contract";
import type { Application, GlobalRules, Rules } from "../store/application.ts";
import { DEFAULT_NUMBERS } from "./numbers.ts";
import type { PolicyNumbers } from "./numbers.ts";

/** The scope of bindings made under the global rules (R16a). */
export const GLOBAL_SCOPE = "global";

/** The rules that hold in an application. */
export interface Policy extends PolicyNumbers, Pick<GlobalRules, "phoneCountries" | "bindDuringLogin" | "identitySources"> {
  /** Enabled factors in the order of their tabs. None: the password is enough (R2). */
  readonly factors: readonly Factor[];
  /** Where bindings made here count (R16a). */
  readonly scope: string;
}

/** The application's own rules when its switch is on, else the global ones; the third parties are named globally alone (R3). Pure. */
export function effectivePolicy(application: Application, global: GlobalRules): Policy {
  const { factors, numbers, phoneCountries, bindDuringLogin } = application.ownRules ? application : global;
  const scope = application.ownRules ? application.id : GLOBAL_SCOPE;
  return { ...DEFAULT_NUMBERS, ...definedOnly(numbers), factors, phoneCountries, bindDuringLogin, identitySources: global.identitySources, scope };
}

/** Drops absent numbers, so that none of them hides a default. */
function definedOnly(numbers: Rules["numbers"]): Partial<PolicyNumbers> {
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined));
}

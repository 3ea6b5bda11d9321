import { Factor } from "@guard/contract";
import type { Binding, Bindings, Result } from "@guard/contract";
import * as v from "valibot";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import type { Runners } from "../factors/registry.ts";
import { usableFactor } from "../sign-in/standing.ts";
import type { Standing } from "../sign-in/standing.ts";
import { recoveryCodeTime } from "../store/recovery-code.ts";
import type { Binding as BindingRow } from "../store/schema.ts";
import { listProofs } from "./prove.ts";
import { readVisit, steppedUpUntil } from "./visit.ts";

/** What the personal centre shows (R18). */
export function listFactors(domain: Domain, caller: Caller): Promise<Result<Bindings>> {
  return readVisit(domain, caller, async (tx, { session, standing }, now) => {
    const { policy, account } = standing;
    const until = steppedUpUntil(session);
    const recoveryCodeAt = await recoveryCodeTime(tx, account.id);
    return {
      bindings: [...loginAddresses(standing, domain.runners), ...rowsHere(standing, domain.runners)],
      bindable: policy.factors.filter((factor) => domain.runners.has(factor) && usableFactor(standing, factor) === undefined),
      stepUpBy: listProofs(standing, domain.runners).map(({ runner }) => v.parse(Factor, runner.factor)),
      ...(until === undefined ? {} : { steppedUpUntil: until }),
      ...(recoveryCodeAt === undefined ? {} : { recoveryCodeAt }),
      now,
    };
  });
}

/** The rows of this application's scope: what counts here, and what can be unbound from here (R16a). Pure. */
export const bindingsHere = ({ bindings, policy }: Standing): readonly BindingRow[] => bindings.filter(({ scope }) => scope === policy.scope);

function rowsHere(standing: Standing, runners: Runners): Binding[] {
  return bindingsHere(standing).map(({ id, factor, scope, target, boundAt }) => {
    const bound = v.parse(Factor, factor);
    return { id, factor: bound, ...masked(runners, bound, target), scope, boundAt, removable: true };
  });
}

/** Verified login addresses count as bound everywhere, and are not unbound here (R16a). */
function loginAddresses({ account, policy }: Standing, runners: Runners): Binding[] {
  const { email, emailVerified, phone, phoneVerified } = account;
  const list = (factor: "email" | "sms", address: string | null, verified: 0 | 1): Binding[] =>
    address === null || verified === 0 ? [] : [{ id: `login-${factor}`, factor, ...masked(runners, factor, address), scope: policy.scope, removable: false }];
  return [...list("email", email, emailVerified), ...list("sms", phone, phoneVerified)];
}

/** Masked by the factor itself; where this server can't run it, nothing of it is shown (R9b). */
function masked(runners: Runners, factor: Factor, target: string | null): { readonly target?: string } {
  const delivery = runners.get(factor)?.delivery;
  return target === null || delivery === undefined ? {} : { target: delivery.mask(target) };
}

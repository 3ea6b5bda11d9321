import { fail, succeed } from "@guard/contract";
import type { Result, SentFactor } from "@guard/contract";
import type { Caller } from "../../caller.ts";
import { mac } from "../../crypto/mac.ts";
import type { Domain } from "../../domain.ts";
import type { Delivery } from "../../factors/runner.ts";
import { networkOf } from "../../network/address.ts";
import { effectivePolicy } from "../../policy/effective-policy.ts";
import type { Policy } from "../../policy/effective-policy.ts";
import { findAccountByIdentifier } from "../../store/account.ts";
import { findApplication, findGlobalRules } from "../../store/application.ts";
import type { Application } from "../../store/application.ts";
import type { Account } from "../../store/schema.ts";
import type { SignInSlot } from "../../store/sign-in-code.ts";
import { transact } from "../../store/transaction.ts";
import type { Tx } from "../../store/transaction.ts";
import { loginAddress } from "../standing.ts";

/** Where somebody wants to sign in by code, and the address they name. All of it comes from what was typed and nothing from whether anybody has it (S-35). */
export interface Entrance {
  readonly application: Application;
  readonly policy: Policy;
  readonly factor: SentFactor;
  readonly delivery: Delivery;
  /** Canonical. */
  readonly target: string;
  /** Who is asking: what is asked for from there is typed, tried and waited for there alone. */
  readonly network: string;
  readonly slot: SignInSlot;
  /** Whoever asks or tries at an address holds this, so that twins of one call, in another process too, come one after the other. */
  readonly gate: string;
}

/** Refuses where the application did not switch the method on, and what is no e-mail and no phone (R2a). */
export async function openEntrance(domain: Domain, { ip }: Caller, { app, identifier }: { readonly app: string; readonly identifier: string }): Promise<Result<Entrance>> {
  const rules = await transact(domain.store, (tx) => readRules(tx, app));
  if (!rules.ok) return rules;
  const { application, policy } = rules.value;
  const factor = identifier.normalize("NFKC").includes("@") ? "email" : "sms";
  const delivery = domain.runners.get(factor)?.delivery;
  if (delivery === undefined) return fail({ code: "factor_unavailable" });
  const target = delivery.parseTarget(identifier);
  if (target === undefined) return fail({ code: "target_invalid" });
  if (delivery.reaches?.(target, policy) === false) return fail({ code: "target_unavailable" });
  const network = networkOf(ip);
  const { guess } = await domain.keys();
  const [address, subject] = await Promise.all([mac(guess, "sign-in code", factor, target), mac(guess, "sign-in code from", factor, target, network)]);
  return succeed({ application, policy, factor, delivery, target, network, slot: { app, subject }, gate: `sign-in-code:${address}` });
}

async function readRules(tx: Tx, app: string): Promise<Result<Pick<Entrance, "application" | "policy">>> {
  const application = await findApplication(tx, app);
  if (application === undefined) return fail({ code: "not_found" });
  if (!application.signInMethods.includes("code")) return fail({ code: "forbidden" });
  return succeed({ application, policy: effectivePolicy(application, await findGlobalRules(tx)) });
}

/** Whose verified login address it is. Somebody's own claim to an address opens nothing. */
export async function findOwner(tx: Tx, { factor, target }: Entrance): Promise<Account | undefined> {
  const account = await findAccountByIdentifier(tx, { kind: factor === "email" ? "email" : "phone", value: target });
  return account !== undefined && loginAddress(account, factor) === target ? account : undefined;
}

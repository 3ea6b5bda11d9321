import type { SentFactor } from "@guard/contract";
import type { Policy } from "../policy/effective-policy.ts";
import type { Tx } from "./transaction.ts";

/** Where somebody logs in: the network they come from and the application. */
export interface Place {
  readonly network: string;
  readonly app: string;
}

/** A login that may wait for a code, by the hash of its token, with the address that a send without a token named in it. */
export interface AuthingLogin {
  readonly tokenHash: string;
  readonly looseTarget: string | null;
}

/** Who waits for a code to this address; more than these are one person's many tabs. */
const MOST = 20;

/** The logins of a place that are not over yet, newest first. */
const open = (tx: Tx, { network, app }: Place, now: number) =>
  tx
    .selectFrom("authingLogin")
    .innerJoin("challenge", "challenge.tokenHash", "authingLogin.tokenHash")
    .innerJoin("account", "account.id", "challenge.accountId")
    .select(["authingLogin.tokenHash", "authingLogin.looseTarget"])
    .where("authingLogin.network", "=", network)
    .where("authingLogin.app", "=", app)
    .where("authingLogin.expiresAt", ">", now)
    .where("challenge.burntAt", "is", null)
    .where("challenge.lockedUntil", "is", null)
    .orderBy("authingLogin.createdAt", "desc")
    .limit(MOST);

/** Those whose account has the address, or that took it as the one to bind; whether it is asked for is judged by who reads them. */
export function listLoginsOf(tx: Tx, place: Place, factor: SentFactor, target: string, now: number): Promise<AuthingLogin[]> {
  return open(tx, place, now)
    .where((where) =>
      where.or([
        where(ADDRESS[factor], "=", target),
        where.and([where("challenge.bindFactor", "=", factor), where("challenge.bindTarget", "=", target)]),
        where.exists(where.selectFrom("binding").select("binding.id").whereRef("binding.accountId", "=", "account.id").where("binding.factor", "=", factor).where("binding.target", "=", target)),
      ]),
    )
    .execute();
}

const ADDRESS = { email: "account.email", sms: "account.phone" } as const;
const VERIFIED = { email: "account.emailVerified", sms: "account.phoneVerified" } as const;

/** Those that may bind an address of this factor, as far as a query can tell, and hold none that was entered with their token. */
export function listLoginsToBind(tx: Tx, place: Place, factor: SentFactor, { scope, bindDuringLogin }: Policy, now: number): Promise<AuthingLogin[]> {
  return open(tx, place, now)
    .where("challenge.need", "in", bindDuringLogin === "always" ? ["bind", "verify"] : ["bind"])
    .where((where) => where.or([where("challenge.bindTarget", "is", null), where("challenge.bindTarget", "=", where.ref("authingLogin.looseTarget"))]))
    .where((where) => where.or([where(ADDRESS[factor], "is", null), where(VERIFIED[factor], "=", 0)]))
    .where((where) => where.not(where.exists(where.selectFrom("binding").select("binding.id").whereRef("binding.accountId", "=", "account.id").where("binding.factor", "=", factor).where("binding.scope", "=", scope))))
    .execute();
}

/** Notes who named the address that a login is to bind: a send without a token, or (null) whoever has the token. */
export async function setLooseTarget(tx: Tx, tokenHash: string, looseTarget: string | null): Promise<void> {
  await tx.updateTable("authingLogin").set({ looseTarget }).where("tokenHash", "=", tokenHash).execute();
}

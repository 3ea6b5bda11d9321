import { Factor } from "@guard/contract";
import type { Selectable } from "kysely";
import * as v from "valibot";
import { Countries, DEFAULT_COUNTRIES } from "../policy/countries.ts";
import { GLOBAL_SCOPE } from "../policy/effective-policy.ts";
import { PolicyNumbers } from "../policy/numbers.ts";
import type { ApplicationTable, GlobalPolicyTable } from "./tables/application.ts";
import type { Tx } from "./transaction.ts";

const Factors = v.array(Factor);
const Overrides = v.partial(PolicyNumbers);
const RedirectUris = v.array(v.string());
const OfficeRanges = v.array(v.object({ range: v.string(), codesPerHour: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)) }));

/** A range of addresses with a budget of its own, for an office behind one address (R10). */
export type OfficeRange = Readonly<v.InferOutput<typeof OfficeRanges>[number]>;

const SignInMethods = v.array(v.picklist(["password", "code"]));
export type SignInMethod = v.InferOutput<typeof SignInMethods>[number];

const Sources = v.array(v.string());

/** A set of rules as it is stored: which factors, and the numbers that differ from the defaults. */
export interface Rules {
  readonly factors: readonly Factor[];
  readonly numbers: v.InferOutput<typeof Overrides>;
  /** Where an SMS may go (S-33). */
  readonly phoneCountries: Countries;
  /** Whether a login may bind a factor although another one is bound (R8). */
  readonly bindDuringLogin: "when-nothing-bound" | "always";
}

export interface GlobalRules extends Rules {
  /** Third parties after whose word a second factor is asked too; after anybody else's it is not (R2, R3). */
  readonly identitySources: readonly string[];
}

export interface Application extends Rules {
  readonly id: string;
  readonly name: string;
  readonly ownRules: boolean;
  readonly redirectUris: readonly string[];
  readonly officeRanges: readonly OfficeRange[];
  readonly signInMethods: readonly SignInMethod[];
  readonly webOtpHost: string | null;
}

export async function findApplication(tx: Tx, id: string): Promise<Application | undefined> {
  const row = await tx.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { name, ownRules, webOtpHost } = row;
  const redirectUris = v.parse(RedirectUris, JSON.parse(row.redirectUris));
  const officeRanges = v.parse(OfficeRanges, JSON.parse(row.officeRanges));
  const signInMethods = v.parse(SignInMethods, JSON.parse(row.signInMethods));
  return { id, name, ownRules: ownRules === 1, redirectUris, officeRanges, signInMethods, webOtpHost, ...readRules(row) };
}

export async function listApplicationNames(tx: Tx): Promise<string[]> {
  return (await tx.selectFrom("application").select("name").execute()).map(({ name }) => name);
}

/** The factors of a scope, its row held until the transaction ends: two who save at once do it one after the other. */
export async function holdFactors(tx: Tx, scope: string): Promise<readonly Factor[]> {
  const row =
    scope === GLOBAL_SCOPE
      ? await tx.updateTable("globalPolicy").set((rules) => ({ factors: rules.ref("factors") })).where("id", "=", scope).returning("factors").executeTakeFirstOrThrow()
      : await tx.updateTable("application").set((rules) => ({ factors: rules.ref("factors") })).where("id", "=", scope).returning("factors").executeTakeFirstOrThrow();
  return v.parse(Factors, JSON.parse(row.factors));
}

export async function saveFactors(tx: Tx, scope: string, enabled: readonly Factor[]): Promise<void> {
  const factors = JSON.stringify(enabled);
  if (scope === GLOBAL_SCOPE) await tx.updateTable("globalPolicy").set({ factors }).where("id", "=", scope).execute();
  else await tx.updateTable("application").set({ factors }).where("id", "=", scope).execute();
}

export async function findGlobalRules(tx: Tx): Promise<GlobalRules> {
  const row = await tx.selectFrom("globalPolicy").selectAll().where("id", "=", "global").executeTakeFirstOrThrow();
  return { ...readRules(row), identitySources: v.parse(Sources, JSON.parse(row.identitySources)) };
}

function readRules(row: Pick<Selectable<ApplicationTable | GlobalPolicyTable>, "factors" | "numbers" | "phoneCountries" | "bindDuringLogin">): Rules {
  return {
    factors: v.parse(Factors, JSON.parse(row.factors)),
    numbers: v.parse(Overrides, JSON.parse(row.numbers)),
    phoneCountries: row.phoneCountries === null ? DEFAULT_COUNTRIES : v.parse(Countries, JSON.parse(row.phoneCountries)),
    bindDuringLogin: row.bindDuringLogin,
  };
}

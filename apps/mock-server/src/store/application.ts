import { Factor } from "@guard/contract";
import * as v from "valibot";
import { PolicyNumbers } from "../policy/numbers.ts";
import type { ApplicationTable, GlobalPolicyTable } from "./schema.ts";
import type { Tx } from "./transaction.ts";

const Factors = v.array(Factor);
const Overrides = v.partial(PolicyNumbers);
const RedirectUris = v.array(v.string());
const OfficeRanges = v.array(v.object({ range: v.string(), codesPerHour: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)) }));

/** A range of addresses with a budget of its own, for an office behind one address (R10). */
export type OfficeRange = Readonly<v.InferOutput<typeof OfficeRanges>[number]>;

/** A set of rules as it is stored: which factors, and the numbers that differ from the defaults. */
export interface Rules {
  readonly factors: readonly Factor[];
  readonly numbers: v.InferOutput<typeof Overrides>;
}

export interface Application extends Rules {
  readonly id: string;
  readonly name: string;
  readonly ownRules: boolean;
  readonly redirectUris: readonly string[];
  readonly officeRanges: readonly OfficeRange[];
}

export async function findApplication(tx: Tx, id: string): Promise<Application | undefined> {
  const row = await tx.selectFrom("application").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { name, ownRules } = row;
  const redirectUris = v.parse(RedirectUris, JSON.parse(row.redirectUris));
  const officeRanges = v.parse(OfficeRanges, JSON.parse(row.officeRanges));
  return { id, name, ownRules: ownRules === 1, redirectUris, officeRanges, ...readRules(row) };
}

export async function listApplicationNames(tx: Tx): Promise<string[]> {
  return (await tx.selectFrom("application").select("name").execute()).map(({ name }) => name);
}

export async function findGlobalRules(tx: Tx): Promise<Rules> {
  return readRules(await tx.selectFrom("globalPolicy").selectAll().where("id", "=", "global").executeTakeFirstOrThrow());
}

function readRules(row: Pick<ApplicationTable | GlobalPolicyTable, "factors" | "numbers">): Rules {
  return { factors: v.parse(Factors, JSON.parse(row.factors)), numbers: v.parse(Overrides, JSON.parse(row.numbers)) };
}

import type { SignInCodeTable } from "./tables/login.ts";
import type { Tx } from "./transaction.ts";

/** The longest window anybody counts over. */
const KEPT_MS = 86_400_000;

/** What a code to sign in with belongs to. */
export interface SignInSlot {
  readonly app: string;
  /** A MAC of the address and of the network that asks. */
  readonly subject: string;
}

/** A code that can still be typed, without its secret. */
export type UsableCode = Pick<SignInCodeTable, "id" | "mac" | "accountId">;

export async function insertSignInCode(tx: Tx, slot: SignInSlot, code: Omit<SignInCodeTable, "app" | "subject" | "state" | "tries">): Promise<void> {
  await tx.insertInto("signInCode").values({ ...code, app: slot.app, subject: slot.subject, state: "pending", tries: 0 }).execute();
}

export async function sweepSignInCodes(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom("signInCode").where("createdAt", "<=", now - KEPT_MS).execute();
}

/** Whose codes are counted: those asked for at an address from one network, or all that went to an account, or those of them that strangers asked for. */
type Whose = Pick<SignInSlot, "subject"> | { readonly accountId: string; readonly known?: 0 };

/** When another code may be asked for at this address, in whichever application. */
export async function findSignInWait(tx: Tx, subject: string): Promise<number> {
  const newest = await tx.selectFrom("signInCode").select("resendAt").where("subject", "=", subject).orderBy("createdAt", "desc").limit(1).executeTakeFirst();
  return newest?.resendAt ?? 0;
}

/** The deadlines of the newest code while its wait runs, whatever became of it: only the wait is anybody's to know (S-35). */
export async function findWaitingCode(tx: Tx, { app, subject }: SignInSlot, now: number): Promise<Pick<SignInCodeTable, "resendAt" | "expiresAt"> | undefined> {
  const newest = await tx.selectFrom("signInCode").select(["resendAt", "expiresAt"]).where("subject", "=", subject).where("app", "=", app).orderBy("createdAt", "desc").limit(1).executeTakeFirst();
  return newest !== undefined && newest.resendAt > now ? newest : undefined;
}

/** When the day has room for another code, or nothing when it has now. */
export async function nextSignInCodeAt(tx: Tx, whose: Whose, limit: number, now: number): Promise<number | undefined> {
  const asked = tx.selectFrom("signInCode").select("createdAt").where("createdAt", ">", now - KEPT_MS);
  const ofThem = "subject" in whose ? asked.where("subject", "=", whose.subject) : asked.where("accountId", "=", whose.accountId);
  const query = "known" in whose ? ofThem.where("known", "=", whose.known) : ofThem;
  // The limit-th newest is the one whose leaving makes room.
  const oldest = await query.orderBy("createdAt", "desc").offset(limit - 1).limit(1).executeTakeFirst();
  return oldest === undefined ? undefined : oldest.createdAt + KEPT_MS;
}

/** Counts a try at the newest code, used or not, before anything is compared. Nothing when it has no tries left, or when there is none. */
export async function reserveSignInTry(tx: Tx, slot: SignInSlot, limit: number): Promise<number | undefined> {
  const counted = await tx
    .updateTable("signInCode")
    .set((row) => ({ tries: row("tries", "+", 1) }))
    .where("id", "=", (query) =>
      query.selectFrom("signInCode").select("id").where("subject", "=", slot.subject).where("app", "=", slot.app).orderBy("createdAt", "desc").limit(1),
    )
    .where("tries", "<", limit)
    .returning("tries")
    .executeTakeFirst();
  return counted?.tries;
}

/** The codes that can be typed now: the newest, and while the provider still has it in hand the one before. */
export function listUsableCodes(tx: Tx, slot: SignInSlot, now: number): Promise<UsableCode[]> {
  return inSlot(tx, slot).where("state", "!=", "over").where("expiresAt", ">", now).execute();
}

function inSlot(tx: Tx, { app, subject }: SignInSlot) {
  return tx.selectFrom("signInCode").select(["id", "mac", "accountId"]).where("subject", "=", subject).where("app", "=", app);
}

/** Accepts a code once, whoever else tries it at the same time (S-13). */
export async function spendSignInCode(tx: Tx, id: string, now: number): Promise<boolean> {
  const spent = await tx
    .updateTable("signInCode")
    .set({ state: "over" })
    .where("id", "=", id)
    .where("state", "!=", "over")
    .where("expiresAt", ">", now)
    .returning("id")
    .executeTakeFirst();
  return spent !== undefined;
}

/** Nothing that was sent before can be typed any more. */
export async function endSignInCodes(tx: Tx, { app, subject }: SignInSlot): Promise<void> {
  await tx.updateTable("signInCode").set({ state: "over" }).where("subject", "=", subject).where("app", "=", app).execute();
}

/** The code was handed over: every older one of its slot dies (R6, S-12). One that was used meanwhile stays used. */
export async function makeSignInCodeLive(tx: Tx, { app, subject }: SignInSlot, { id, createdAt }: { readonly id: string; readonly createdAt: number }): Promise<void> {
  await tx.updateTable("signInCode").set({ state: "over" }).where("subject", "=", subject).where("app", "=", app).where("id", "!=", id).where("createdAt", "<=", createdAt).execute();
  await tx.updateTable("signInCode").set({ state: "live" }).where("id", "=", id).where("state", "=", "pending").execute();
}

/** The provider refused: the older code lives on (R6a). */
export async function dropSignInCode(tx: Tx, id: string): Promise<void> {
  await tx.updateTable("signInCode").set({ state: "over" }).where("id", "=", id).execute();
}

/** Ends the wait because the code was used: the next one is no resend. */
export async function endSignInWait(tx: Tx, subject: string, now: number): Promise<void> {
  await tx.updateTable("signInCode").set({ resendAt: now }).where("subject", "=", subject).where("resendAt", ">", now).execute();
}

import { expect, it } from "vitest";
import { recordAudit } from "../../store/audit.ts";
import { migrate } from "../../store/migrate.ts";
import { attemptPart } from "../../store/transaction.ts";
import type { Tx } from "../../store/transaction.ts";
import type { StoreUnderTest } from "./under-test.ts";

/** The database itself. */
export function describeDatabase({ run, rig, accountId }: StoreUnderTest): void {
  it("a part that is rolled back leaves no row in the audit, the rest does (S-46)", async () => {
    const record = (tx: Tx, requestId: string) => recordAudit(tx, { ip: "203.0.113.9", requestId, token: "" }, { event: "sign_in", result: "failure" }, 0);
    await run(async (tx) => {
      await record(tx, "before");
      await attemptPart(tx, () => record(tx, "inside").then(() => Promise.reject(new Error("the part failed"))), () => record(tx, "told"));
    });
    expect((await rig().db.selectFrom("audit").select("requestId").orderBy("seq").execute()).map(({ requestId }) => requestId)).toEqual(["before", "told"]);
  });

  it("times and counts come back as numbers, booleans as 0 and 1", async () => {
    const row = await rig().db.selectFrom("account").select(["createdAt", "failures", "emailVerified", "lockedUntil"]).where("id", "=", accountId).executeTakeFirst();
    expect(row).toEqual({ createdAt: rig().ports.clock.now(), failures: 0, emailVerified: 1, lockedUntil: null });
  });

  it("migrates once, however often it is asked to", async () => {
    await Promise.all([migrate(rig().ports.store), migrate(rig().ports.store)]);
    expect(await rig().db.selectFrom("globalPolicy").select("id").execute()).toEqual([{ id: "global" }]);
  });
}

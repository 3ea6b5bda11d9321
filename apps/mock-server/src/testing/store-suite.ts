import { afterEach, beforeEach, describe } from "vitest";
import type { Store } from "../ports.ts";
import { transact } from "../store/transaction.ts";
import { createRigOn } from "./rig.ts";
import type { Rig } from "./rig.ts";
import { describeAuthing } from "./store/authing.ts";
import { describeDatabase } from "./store/database.ts";
import { describeFactors } from "./store/factors.ts";
import { describeLimits } from "./store/limits.ts";
import { describeLogin } from "./store/login.ts";
import { describeSentCodes } from "./store/sent-codes.ts";
import { describeSignIn } from "./store/sign-in.ts";
import { describeTries } from "./store/tries.ts";
import type { StoreUnderTest } from "./store/under-test.ts";

const parts = [describeTries, describeSentCodes, describeLogin, describeFactors, describeLimits, describeSignIn, describeDatabase, describeAuthing];

/**
 * What every database under the server has to do. `open` gives an empty one.
 * Each decision is one conditional statement or stands behind a row lock: it holds without what the domain checks before it.
 */
export function describeStore(name: string, open: () => Store | Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let rig: Rig;
    beforeEach(async () => {
      rig = await createRigOn(await open());
    });
    afterEach(() => rig.ports.store.close());

    const store: StoreUnderTest = { run: (work) => transact(rig.ports.store, work), rig: () => rig, accountId: "demo-email-user" };
    for (const describePart of parts) describePart(store);
  });
}

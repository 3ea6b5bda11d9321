import type { Tx } from "../../store/transaction.ts";
import type { Rig } from "../rig.ts";

/** The store that every part of the suite is run on. */
export interface StoreUnderTest {
  readonly run: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The server in front of it; there is one inside a test only. */
  readonly rig: () => Rig;
  /** Somebody with an account. */
  readonly accountId: string;
}

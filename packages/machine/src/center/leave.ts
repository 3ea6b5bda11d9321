import type { Account } from "./account.ts";
import type { StampedCenter } from "./event.ts";
import { read } from "./read.ts";
import { turn, type CenterTurn } from "./turn.ts";

/** BACK where nothing was changed: the list as it is known. */
export const toOverview = ({ offset, account }: { readonly offset: number; readonly account: Account }): CenterTurn => turn({ at: "overview", offset, account });

/** BACK out of a change that runs: the server alone knows what became of it. */
export const toFreshOverview = ({ offset }: { readonly offset: number }, { id }: StampedCenter): CenterTurn => read(offset, id);

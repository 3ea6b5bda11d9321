import { Factor, fail, succeed } from "@guard/contract";
import type { Acknowledged, Result, UnbindRequest } from "@guard/contract";
import * as v from "valibot";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { factorUnbound } from "../notices/factor-unbound.ts";
import { noticeFor } from "../notices/notice.ts";
import { deleteBinding } from "../store/binding.ts";
import { killDevices } from "../store/device.ts";
import { deleteOrphanRecoveryCodes } from "../store/recovery-code.ts";
import type { Tx } from "../store/transaction.ts";
import { acknowledgeAgain, change } from "./change.ts";
import type { Change } from "./change.ts";
import { bindingsHere } from "./list-factors.ts";
import type { Visit } from "./visit.ts";

/** Unbinds a factor of one's own in this application; whatever is not shown there is not found (R18, S-29). */
export function unbindFactor(domain: Domain, caller: Caller, request: v.InferOutput<typeof UnbindRequest>): Promise<Result<Acknowledged>> {
  return change({
    domain, caller, request,
    operation: "unbindFactor",
    event: "factor_unbind",
    make: (tx, visit, now) => unbind(tx, visit, request.id, now),
    again: acknowledgeAgain,
  });
}

async function unbind(tx: Tx, { standing }: Visit, id: string, now: number): Promise<Result<Change<Acknowledged>>> {
  const { account, application } = standing;
  const here = bindingsHere(standing).some((binding) => binding.id === id);
  const removed = here ? await deleteBinding(tx, account.id, id) : undefined;
  if (removed === undefined) return fail({ code: "not_found" });
  const factor = v.parse(Factor, removed.factor);
  if (factor === "totp") await deleteOrphanRecoveryCodes(tx, [account.id]);
  await killDevices(tx, account.id);
  return succeed({ answer: { now }, factor, notices: noticeFor(account, factorUnbound(application.name, factor)) });
}

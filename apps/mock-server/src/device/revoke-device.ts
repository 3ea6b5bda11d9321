import { fail, succeed } from "@guard/contract";
import type { Acknowledged, Result, RevokeDeviceRequest } from "@guard/contract";
import type * as v from "valibot";
import { acknowledgeAgain, change } from "../account/change.ts";
import type { Change } from "../account/change.ts";
import type { Visit } from "../account/visit.ts";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { deleteDevice } from "../store/device.ts";
import type { Tx } from "../store/transaction.ts";

/** A device of one's own is asked for its second factor again (R24). */
export function revokeDevice(domain: Domain, caller: Caller, request: v.InferOutput<typeof RevokeDeviceRequest>): Promise<Result<Acknowledged>> {
  return change({
    domain, caller, request,
    operation: "revokeDevice",
    event: "device_revoke",
    make: (tx, visit, now) => revoke(tx, visit, request.id, now),
    again: acknowledgeAgain,
  });
}

async function revoke(tx: Tx, { session }: Visit, id: string, now: number): Promise<Result<Change<Acknowledged>>> {
  const revoked = await deleteDevice(tx, session.accountId, id);
  return revoked === undefined ? fail({ code: "not_found" }) : succeed({ answer: { now }, notices: [] });
}

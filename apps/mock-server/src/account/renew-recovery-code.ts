import { fail, succeed } from "@guard/contract";
import type { FreshRecoveryCode, Result } from "@guard/contract";
import type { Caller } from "../caller.ts";
import type { Domain } from "../domain.ts";
import { mintRecovery } from "../factors/recovery/code.ts";
import type { MintedRecovery } from "../factors/recovery/code.ts";
import { noticeFor } from "../notices/notice.ts";
import { recoveryRenewed } from "../notices/recovery-renewed.ts";
import { putRecoveryCode } from "../store/recovery-code.ts";
import type { Tx } from "../store/transaction.ts";
import { change } from "./change.ts";
import type { Change } from "./change.ts";
import type { Visit } from "./visit.ts";

/** Makes another recovery code, shown here and never again; the old one dies (R15, R18, S-20). */
export async function renewRecoveryCode(domain: Domain, caller: Caller): Promise<Result<FreshRecoveryCode>> {
  const minted = await mintRecovery(await domain.keys(), domain.random);
  return change({
    domain, caller,
    request: {},
    operation: "renewRecoveryCode",
    event: "recovery_renew",
    make: (tx, visit, now) => renew(tx, visit, minted, now),
    // The lost answer's code can't be told again, only replaced.
    again: (tx, visit, now) => put(tx, visit, minted, now),
  });
}

async function renew(tx: Tx, visit: Visit, minted: MintedRecovery, now: number): Promise<Result<Change<FreshRecoveryCode>>> {
  const { account, application, bindings } = visit.standing;
  // It stands in for an authenticator app, and goes with it (R16).
  if (!bindings.some(({ factor }) => factor === "totp")) return fail({ code: "factor_unavailable" });
  return succeed({ answer: await put(tx, visit, minted, now), notices: noticeFor(account, recoveryRenewed(application.name)) });
}

async function put(tx: Tx, { session }: Visit, { code, mac }: MintedRecovery, now: number): Promise<FreshRecoveryCode> {
  await putRecoveryCode(tx, session.accountId, mac, now);
  return { recoveryCode: code, now };
}

import type { Keys } from "../crypto/keys.ts";
import { mac } from "../crypto/mac.ts";
import { seal } from "../crypto/seal.ts";
import { newId } from "../crypto/token.ts";
import type { Random } from "../ports.ts";
import type { Binding } from "../store/schema.ts";
import type { RecoveryCodeTable } from "../store/tables/account.ts";
import { DEMO_RECOVERY_CODE, DEMO_TOTP_SCOPES } from "./data.ts";

/** An authenticator app bound in each scope that asks for one, and the account's recovery code. */
export interface Authenticator {
  readonly bindings: readonly Binding[];
  readonly recovery: RecoveryCodeTable;
}

/** One secret of 160 bits, sealed once for each binding, and the recovery code kept as a MAC (S-18, S-20). */
export async function prepareAuthenticator(random: Random, keys: Keys, accountId: string, now: number): Promise<Authenticator> {
  const secret = random.bytes(20);
  const bindings = DEMO_TOTP_SCOPES.map(async (scope): Promise<Binding> => {
    const id = newId(random);
    return { id, accountId, factor: "totp", scope, target: null, secret: await seal(keys, random, { accountId, bindingId: id }, secret), lastStep: null, boundAt: now };
  });
  const recovery = DEMO_RECOVERY_CODE.replaceAll("-", "");
  return { bindings: await Promise.all(bindings), recovery: { accountId, mac: await mac(keys.recovery, recovery), createdAt: now } };
}

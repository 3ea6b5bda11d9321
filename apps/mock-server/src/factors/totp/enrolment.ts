import { fromUtf8, utf8 } from "../../crypto/encoding.ts";
import type { Bytes } from "../../crypto/encoding.ts";
import { seal, unseal } from "../../crypto/seal.ts";
import { newId } from "../../crypto/token.ts";
import type { Domain } from "../../domain.ts";
import type { TotpEnrolmentRow } from "../../store/schema.ts";
import { remintRecovery } from "../recovery/code.ts";
import type { MintedRecovery } from "../recovery/code.ts";
import { stepOf } from "./otp.ts";

/** Wrong codes after which an enrolment dies. They lock nothing: whoever types them was shown the secret (R11, S-19). */
export const ENROLMENT_TRIES = 10;
const LIFE_MS = 600_000;
/** RFC 4226 asks for 128 bits and recommends 160 (R15). */
const SECRET_BYTES = 20;

export type FreshEnrolment = Omit<TotpEnrolmentRow, "tries">;

/** A secret for somebody's authenticator app, sealed already for the binding it may become. `holder` is the challenge or session it is for. */
export async function makeEnrolment({ keys, random, clock }: Domain, holder: string, accountId: string, recoveryCode?: string): Promise<FreshEnrolment> {
  const id = newId(random);
  const recovery = recoveryCode === undefined ? null : await seal(await keys(), random, ownerOfRecovery({ accountId, id }), utf8(recoveryCode));
  const secret = await seal(await keys(), random, { accountId, bindingId: id }, random.bytes(SECRET_BYTES));
  return { holder, id, accountId, secret, recovery, expiresAt: clock.now() + LIFE_MS };
}

/** The secret of an enrolment that nobody confirmed yet. */
export async function secretOf({ keys }: Domain, { id, accountId, secret }: FreshEnrolment): Promise<Bytes> {
  return unseal(await keys(), { accountId, bindingId: id }, secret);
}

/** The recovery code that was shown with the secret; nothing where it is to be shown once the app is bound. */
export async function recoveryOfEnrolment(domain: Domain, enrolment: FreshEnrolment): Promise<MintedRecovery | undefined> {
  if (enrolment.recovery === null) return undefined;
  const keys = await domain.keys();
  const shown = await unseal(keys, ownerOfRecovery(enrolment), enrolment.recovery);
  return remintRecovery(keys, fromUtf8(shown));
}

const ownerOfRecovery = ({ accountId, id }: Pick<FreshEnrolment, "accountId" | "id">) => ({ accountId, bindingId: `${id} recovery` });

/** The step a code is right for; nothing when it is wrong. */
export async function stepOfEnrolment(domain: Domain, enrolment: FreshEnrolment, code: string): Promise<number | undefined> {
  return stepOf(await secretOf(domain, enrolment), code, domain.clock.now());
}

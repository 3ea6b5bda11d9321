import type { Domain } from "../domain.ts";
import type { Account } from "../store/schema.ts";

/** The password's verdict, and the hash to store instead when today's parameters are stronger (S-37). */
export type PasswordVerdict = { readonly right: false } | { readonly right: true; readonly rehashed?: string };

/** Verifies exactly once, whoever it is: an unknown user or one without a password against a decoy (S-35). */
export async function checkPassword(domain: Domain, account: Account | undefined, password: string): Promise<PasswordVerdict> {
  const decoy = await domain.decoyPassword();
  const stored = account?.password ?? undefined;
  const matches = await domain.hasher.verify(stored ?? decoy, password);
  if (!matches || stored === undefined) return { right: false };
  return domain.hasher.isOutdated(stored) ? { right: true, rehashed: await domain.hasher.hash(password) } : { right: true };
}

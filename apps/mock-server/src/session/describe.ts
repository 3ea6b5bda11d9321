import { Name } from "@guard/contract";
import type { Session } from "@guard/contract";
import * as v from "valibot";
import type { Account, SessionRow } from "../store/schema.ts";

const Amr = v.array(Name);

/** The session as its owner sees it. Addresses are shown only when verified. */
export function describeSession(session: SessionRow, account: Account, token: string): Session {
  const email = account.emailVerified === 1 && account.email !== null ? { email: account.email } : {};
  const phone = account.phoneVerified === 1 && account.phone !== null ? { phone: account.phone } : {};
  return {
    token,
    expiresAt: session.expiresAt,
    app: session.app,
    authTime: session.authTime,
    amr: v.parse(Amr, JSON.parse(session.amr)),
    user: { id: account.id, username: account.username, ...email, ...phone },
  };
}

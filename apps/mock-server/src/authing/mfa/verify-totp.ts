import { succeed } from "@guard/contract";
import { stepUp } from "../../account/step-up.ts";
import { verifyCode, verifyRecoveryCode } from "../../challenge/verify.ts";
import { complete } from "../complete.ts";
import type { Holding } from "../holder.ts";
import { findKeptSession } from "../kept-session.ts";
import type { KeptSession } from "../kept-session.ts";
import { refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { signedIn } from "../signed-in.ts";
import type { AuthingUser } from "../user.ts";

/** Judges a code of an authenticator app. */
export async function verifyTotp({ kind, call }: Holding, { totp: code }: { readonly totp: string }): Promise<Outcome<AuthingUser>> {
  const { domain, caller } = call;
  if (kind === "session") return signedIn(call, await stepUp(domain, caller, { factor: "totp", code }), "totp");
  const kept = await findKeptSession(call);
  if (kept !== undefined) return verifyAfterBinding(kept, code);
  return complete(call, await verifyCode(domain, caller, { factor: "totp", code }), "totp");
}

/** The app was bound with this token and the login is complete: the session is handed over for the code that bound it, or for a newer one, which is judged. */
async function verifyAfterBinding({ call, isConfirmedBy, handOver }: KeptSession, code: string): Promise<Outcome<AuthingUser>> {
  const proven = (await isConfirmedBy(code)) ? succeed(true) : await stepUp(call.domain, call.caller, { factor: "totp", code });
  if (proven.ok) await handOver();
  const user = await signedIn(call, proven, "totp");
  return user.ok ? { ...user, endsLogin: true } : user;
}

/** Judges a recovery code; the new one comes with the user. It completes logins and proves nothing to who is signed in. */
export async function verifyRecovery({ kind, call }: Holding, { recoveryCode: code }: { readonly recoveryCode: string }): Promise<Outcome<AuthingUser>> {
  if (kind === "session") return refuse({ code: "unauthorized" }, call.domain.clock.now());
  return complete(call, await verifyRecoveryCode(call.domain, call.caller, { code }), "recovery");
}

import type { FreshRecoveryCode, Result, TotpEnrolment } from "@guard/contract";
import { renderSVG } from "uqr";
import { listFactors } from "../../account/list-factors.ts";
import { confirmAccountTotp, enrolTotpWithRecovery } from "../../account/totp.ts";
import { unbindFactor } from "../../account/unbind-factor.ts";
import { confirmTotp, startTotpWithRecovery } from "../../challenge/totp.ts";
import { complete } from "../complete.ts";
import type { Holding } from "../holder.ts";
import { keepSession } from "../kept-session.ts";
import { done, refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { signedIn } from "../signed-in.ts";
import type { AuthingUser } from "../user.ts";

/** Hands out a secret, with the recovery code beside it as Authing's clients want both. */
export async function associateTotp({ kind, call }: Holding): Promise<Outcome> {
  const { domain, caller } = call;
  const started: Result<TotpEnrolment & FreshRecoveryCode> = await (kind === "session" ? enrolTotpWithRecovery : startTotpWithRecovery)(domain, caller);
  if (!started.ok) return refuse(started.error, domain.clock.now());
  const { secret, otpauthUri, recoveryCode } = started.value;
  const picture = `data:image/svg+xml;base64,${btoa(renderSVG(otpauthUri, { border: 2 }))}`;
  return done({ authenticator_type: "totp", secret, qrcode_uri: otpauthUri, qrcode_data_url: picture, recovery_code: recoveryCode });
}

/** Binds the app by its first code; during a login that completes it. */
export async function confirmAssociation({ kind, call }: Holding, { totp: code }: { readonly totp: string }): Promise<Outcome<AuthingUser>> {
  const { domain, caller } = call;
  if (kind === "challenge") {
    const confirmed = await confirmTotp(domain, caller, { code });
    await keepSession(call, confirmed, code);
    return complete(call, confirmed, "totp");
  }
  return signedIn(call, await confirmAccountTotp(domain, caller, { code }), "totp");
}

/** Unbinds the app, with a proof at most five minutes old (R18, R23). */
export async function deleteAssociation({ kind, call }: Holding): Promise<Outcome> {
  const { domain, caller } = call;
  const now = domain.clock.now();
  if (kind === "challenge") return refuse({ code: "unauthorized" }, now);
  const listed = await listFactors(domain, caller);
  if (!listed.ok) return refuse(listed.error, now);
  const bound = listed.value.bindings.find(({ factor, removable }) => factor === "totp" && removable);
  if (bound === undefined) return refuse({ code: "factor_unavailable" }, now);
  const unbound = await unbindFactor(domain, caller, { id: bound.id });
  return unbound.ok ? done(null) : refuse(unbound.error, now);
}

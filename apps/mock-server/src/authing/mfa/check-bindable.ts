import type { BindRequest } from "@guard/contract";
import type * as v from "valibot";
import { checkBindable } from "../../challenge/bind.ts";
import { sha256 } from "../../crypto/digest.ts";
import { enterTarget } from "../enter-target.ts";
import type { Holding } from "../holder.ts";
import { done, refuse } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { internationalPhone } from "../phone.ts";
import type { BindableBody } from "../shapes.ts";

type Request = v.InferOutput<typeof BindRequest>;

/** Whether an address may be bound in this login. One that may is kept as the one to bind: the send that follows brings no token to say whose it is. */
export async function checkAddress({ kind, call: { domain, caller } }: Holding, body: v.InferOutput<typeof BindableBody>): Promise<Outcome<boolean>> {
  const request = readRequest(body);
  if (request === undefined) return refuse({ code: "validation_failed" }, domain.clock.now());
  if (kind === "session") return refuse({ code: "unauthorized" }, domain.clock.now());
  const checked = await checkBindable(domain, caller, request);
  if (!checked.ok) return refuse(checked.error, domain.clock.now());
  if (!checked.value.bindable) return done(false);
  const entered = await enterTarget(domain, { tokenHash: await sha256(caller.token), isOwn: true, looseTarget: null }, request);
  return done(entered.ok);
}

function readRequest({ email, phone, phoneCountryCode }: v.InferOutput<typeof BindableBody>): Request | undefined {
  if (typeof email === "string") return typeof phone === "string" ? undefined : { factor: "email", target: email };
  return typeof phone === "string" ? { factor: "sms", target: internationalPhone(phone, phoneCountryCode) } : undefined;
}

import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import type { Domain } from "../domain.ts";
import { countWrongSecret } from "../limits/secret-throttle.ts";
import { isSecretOf } from "./application-secret.ts";

/** A host's backend that asks, and the secret by which it says who it is. */
export interface HostCaller {
  readonly app: string;
  readonly secret: string;
  readonly ip: string;
}

/** Lets an application's backend in. A wrong secret is told, and counted against its network; a right one is never slowed. */
export async function admitHost(domain: Domain, { app, secret, ip }: HostCaller): Promise<Result<true>> {
  if (await isSecretOf(domain, app, secret)) return succeed(true);
  const counted = await countWrongSecret(domain, ip);
  return counted.ok ? fail({ code: "unauthorized" }) : counted;
}

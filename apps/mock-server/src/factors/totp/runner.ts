import { isSealedEarlier, seal, unseal } from "../../crypto/seal.ts";
import type { SealOwner } from "../../crypto/seal.ts";
import type { Keys } from "../../crypto/keys.ts";
import type { Ports } from "../../ports.ts";
import { takeStep } from "../../store/binding.ts";
import type { Attempt, FactorRunner, Judge } from "../runner.ts";
import { stepOf } from "./otp.ts";

/** The authenticator app: a code of the secret that was handed out when it was bound (R14). */
export function createTotpRunner({ clock, random }: Pick<Ports, "clock" | "random">, keys: () => Promise<Keys>): FactorRunner {
  return {
    factor: "totp",
    takes: "code",
    prepare: async (attempt) => prepareStep(await keys(), random, attempt, clock.now()),
  };
}

async function prepareStep(keys: Keys, random: Ports["random"], { binding, code }: Attempt<"code">, now: number): Promise<Judge> {
  const sealed = binding?.secret ?? undefined;
  if (binding === undefined || sealed === undefined) throw new Error("A code of an authenticator app that is not bound was about to be judged.");
  const { id, accountId } = binding;
  const owner: SealOwner = { accountId, bindingId: id };
  const secret = await unseal(keys, owner, sealed);
  const step = stepOf(secret, code, now);
  if (step === undefined) return () => Promise.resolve(false);
  const resealed = isSealedEarlier(keys, sealed) ? await seal(keys, random, owner, secret) : undefined;
  return (tx) => takeStep(tx, id, step, resealed);
}

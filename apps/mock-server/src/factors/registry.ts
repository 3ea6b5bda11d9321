import type { ChallengeFactor } from "@guard/contract";
import type { Keys } from "../crypto/keys.ts";
import type { Ports } from "../ports.ts";
import { createEmailRunner } from "./email/runner.ts";
import { createFaceRunner } from "./face/runner.ts";
import { createRecoveryRunner } from "./recovery/runner.ts";
import type { FactorRunner } from "./runner.ts";
import { createSmsRunner } from "./sms/runner.ts";
import { createTotpRunner } from "./totp/runner.ts";

/** The factors this server can run. A factor that is missing here is never offered, sent or judged. */
export type Runners = ReadonlyMap<ChallengeFactor, FactorRunner>;

export function createRunners(ports: Ports, keys: () => Promise<Keys>, more: readonly FactorRunner[] = []): Runners {
  const sms = ports.sms === undefined ? [] : [createSmsRunner(ports.sms, keys)];
  const face = ports.face === undefined ? [] : [createFaceRunner(ports.face, ports, keys)];
  const runners = [createEmailRunner(ports, keys), ...sms, createTotpRunner(ports, keys), ...face, createRecoveryRunner(keys), ...more];
  return new Map(runners.map((runner) => [runner.factor, runner]));
}

import type { ChallengeFactor } from "@guard/contract";
import type { Keys } from "../crypto/keys.ts";
import type { Ports } from "../ports.ts";
import { createEmailRunner } from "./email/runner.ts";
import { createFaceRunner } from "./face/runner.ts";
import type { FactorRunner } from "./runner.ts";

/** The factors this server can run. A factor that is missing here is never offered, sent or judged. */
export type Runners = ReadonlyMap<ChallengeFactor, FactorRunner>;

export function createRunners(ports: Ports, keys: () => Promise<Keys>, more: readonly FactorRunner[] = []): Runners {
  const { face, config } = ports;
  const runners = [createEmailRunner(ports, keys), ...(face === undefined ? [] : [createFaceRunner(face, config, keys)]), ...more];
  return new Map(runners.map((runner) => [runner.factor, runner]));
}

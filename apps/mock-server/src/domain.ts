import type { Delivered, Result } from "@guard/contract";
import { createBackground } from "./background.ts";
import type { Background } from "./background.ts";
import { deriveKeys } from "./crypto/keys.ts";
import type { Keys } from "./crypto/keys.ts";
import { mintToken } from "./crypto/token.ts";
import { createRunners } from "./factors/registry.ts";
import type { Runners } from "./factors/registry.ts";
import type { FactorRunner } from "./factors/runner.ts";
import { lazy } from "./lazy.ts";
import { parseRange } from "./network/range.ts";
import type { Range } from "./network/range.ts";
import type { Ports } from "./ports.ts";

/** What every operation works with: the ports, and what was made from them once. */
export interface Domain extends Ports {
  readonly keys: () => Promise<Keys>;
  readonly runners: Runners;
  /** Proxies of ours (S-34). */
  readonly proxies: readonly Range[];
  /** A PHC string that no password matches, with the current parameters: what an unknown user is verified against (S-35). */
  readonly decoyPassword: () => Promise<string>;
  /** Sends of this process that wait for the provider's word, by code: whoever asks for the same meanwhile gets the same answer. */
  readonly sending: Map<string, Promise<Result<Delivered>>>;
  /** Hears of what went wrong where the call goes on without it. */
  readonly onFault: (fault: unknown) => void;
  readonly background: Background;
}

/** `more` are factors beside the registry's, for tests that prove what holds for every one. */
export function createDomain(ports: Ports, more: readonly FactorRunner[] = [], onFault: Domain["onFault"] = () => {}): Domain {
  const keys = lazy(() => deriveKeys(ports.config.secret, ports.config.earlierSecrets));
  const decoyPassword = lazy(async () => ports.hasher.hash((await mintToken(ports.random, "gs_")).token));
  const proxies = ports.config.trustedProxies.map(readProxy);
  const background = createBackground(onFault, ports.answered);
  return { ...ports, keys, proxies, runners: createRunners(ports, keys, more), decoyPassword, sending: new Map(), onFault, background };
}

/** A typo must not turn into a proxy that is silently a stranger. */
function readProxy(text: string): Range {
  const range = parseRange(text);
  if (range === undefined) throw new RangeError(`"${text}" in trustedProxies is no address and no range.`);
  return range;
}

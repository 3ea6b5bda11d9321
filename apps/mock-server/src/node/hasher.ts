import { availableParallelism } from "node:os";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import type { Hasher } from "../ports.ts";
import { createQueue } from "./queue.ts";

/** Argon2id by RFC 9106 and OWASP's minimum: 19 MiB, two passes, one lane, 16 B salt (the library's own), 32 B tag (S-37). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/**
 * Argon2 runs on libuv's four threads, which files and name lookups share: eight hashes in flight took a file read from
 * 0.4 to 138 ms. Two at most leave half of the threads free, and no more than there are cores.
 */
export const parallelHashes = Math.max(1, Math.min(availableParallelism(), 2));

/** How many passwords may wait to be hashed; one more answers 503 (S-39). */
export const WAITING_HASHES = 64;

/** Password hashing in a bounded queue of its own. Any length is hashed whole; the contract ends passwords at 1,024 characters. */
export function createArgon2Hasher(): Hasher {
  const queue = createQueue({ parallel: parallelHashes, waiting: WAITING_HASHES });
  return {
    hash: (password) => queue(() => hash(password, parameters)),
    verify: (phc, password) => queue(() => verify(phc, password)),
    isFull: () => queue.isFull(),
    isOutdated(phc) {
      const { memoryCost, timeCost, outputLen, saltLen } = parseOptions(phc);
      return memoryCost < parameters.memoryCost || timeCost < parameters.timeCost || outputLen < parameters.outputLen || saltLen < 16;
    },
  };
}

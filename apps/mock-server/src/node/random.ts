import type { Random } from "../ports.ts";

/** The operating system's generator through Web Crypto. */
export const random: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

import type { Factor } from "@guard/contract";
import { FACTOR_NAMES } from "./factor-name.ts";
import type { Words } from "./notice.ts";

export const factorBound = (application: string, factor: Factor): Words => ({
  subject: "A way to sign in was added to your account",
  paragraphs: [
    `From now on ${FACTOR_NAMES[factor]} that was just added proves that it is you when you sign in to ${application}.`,
    "If it wasn't you, somebody is in your account: change your password and remove what was added.",
  ],
});

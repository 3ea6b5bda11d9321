import type { ChallengeFactor } from "@guard/contract";
import { FACTOR_NAMES } from "./factor-names.ts";
import type { Words } from "./notice.ts";

export const factorBound = (application: string, factor: ChallengeFactor): Words => ({
  subject: `${FACTOR_NAMES[factor]} was added to your account`,
  paragraphs: [
    `${FACTOR_NAMES[factor]} was added at ${application}. From now on it can be asked for when you sign in.`,
    "If it wasn't you, somebody has your password: change it, and remove what was added.",
  ],
});

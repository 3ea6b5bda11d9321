import type { ChallengeFactor } from "@guard/contract";
import { FACTOR_NAMES } from "./factor-names.ts";
import type { Words } from "./notice.ts";

export const factorUnbound = (application: string, factor: ChallengeFactor): Words => ({
  subject: `${FACTOR_NAMES[factor]} was removed from your account`,
  paragraphs: [
    `${FACTOR_NAMES[factor]} was removed at ${application}. It is not asked for any more when you sign in.`,
    "If it wasn't you, sign in, add it again and change your password.",
  ],
});

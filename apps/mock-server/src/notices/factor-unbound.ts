import type { Factor } from "@guard/contract";
import { FACTOR_NAMES } from "./factor-name.ts";
import type { Words } from "./notice.ts";

export const factorUnbound = (application: string, factor: Factor): Words => ({
  subject: "A way to sign in was removed from your account",
  paragraphs: [
    `${capital(FACTOR_NAMES[factor])} was removed: it no longer proves that it is you when you sign in to ${application}.`,
    "If it wasn't you, somebody is in your account: change your password.",
  ],
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import type { Words } from "./notice.ts";

export const bypassChanged = (mfaDisabled: boolean): Words => ({
  subject: mfaDisabled ? "Your second factor was switched off" : "Your second factor was switched on again",
  paragraphs: [
    mfaDisabled ? "An administrator switched off the second factor of your account: your password alone is enough to sign in." : "An administrator switched the second factor of your account on again: it is asked for at your next sign-in.",
    "If you don't know why, ask your administrator.",
  ],
});

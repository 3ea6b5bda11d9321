import type { Words } from "./notice.ts";

export const recoveryUsed = (application: string): Words => ({
  subject: "Your recovery code was used",
  paragraphs: [
    `Somebody signed in to ${application} with your recovery code. It works only once; a new one was shown after it.`,
    "If it wasn't you, change your password, and make a new recovery code.",
  ],
});

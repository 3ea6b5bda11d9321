import type { Words } from "./notice.ts";

export const recoveryRenewed = (application: string): Words => ({
  subject: "Your account has a new recovery code",
  paragraphs: [
    `A new recovery code was made at ${application}. An older one opens nothing any more.`,
    "If it wasn't you, somebody is in your account: change your password and make another code.",
  ],
});

import type { Words } from "./notice.ts";

export const accountLocked = (application: string): Words => ({
  subject: "Your account is locked for a while",
  paragraphs: [
    `Too many wrong codes were tried at ${application}. Your account takes no codes for a while, and then works again by itself.`,
    "If it wasn't you, somebody knows your password: change it.",
  ],
});

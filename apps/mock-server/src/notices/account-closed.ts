import type { Words } from "./notice.ts";

export const accountClosed = (application: string): Words => ({
  subject: "Your account takes no codes any more",
  paragraphs: [
    `Too many wrong codes in a row were tried, the last one at ${application}. Your account takes no codes until it is recovered: sign in with your password and your recovery code, or ask an administrator.`,
    "If it wasn't you, somebody knows your password: change it.",
  ],
});

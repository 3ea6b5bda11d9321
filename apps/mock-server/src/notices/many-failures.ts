import type { Words } from "./notice.ts";

export const manyFailures = (application: string, failures: number, left: number): Words => ({
  subject: "Many wrong codes were tried at your account",
  paragraphs: [
    `${failures} wrong codes were tried since you last signed in, the last one at ${application}. After ${left} more your account takes no codes until it is recovered.`,
    "If it wasn't you, somebody knows your password: change it.",
  ],
});

import type { ConsoleMessage } from "@playwright/test";

/** axe reads pixels back to tell icons from letters, and Chromium advises it, now and then. No view of ours reads any. */
const isAdviceToAxe = (text: string): boolean => text.startsWith("Canvas2D: Multiple readback");

/** What a page complains of in its console: errors and warnings. */
export const isComplaint = (message: ConsoleMessage): boolean => ["error", "warning"].includes(message.type()) && !isAdviceToAxe(message.text());

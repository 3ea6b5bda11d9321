import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** Chromium reports every 4xx and 5xx as an error of the page; answers of our own server are judged by the tests themselves. */
const isRefusal = (message: ConsoleMessage): boolean =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) && message.location().url.includes("/api/v1/");

/** A fault that a test made on purpose: a cut connection, a 500, a chunk that is not to be had. */
const isMadeFault = (message: ConsoleMessage): boolean => /^Failed to load resource: /.test(message.text()) && /\/api\/v1\/|\/assets\//.test(message.location().url);

/** Collects what a page complains about: its console's errors and warnings, and what it threw. */
export function listenForComplaints(context: BrowserContext, faultsAreMade: boolean): readonly string[] {
  const complaints: string[] = [];
  const allowed = faultsAreMade ? isMadeFault : isRefusal;
  context.on("console", (message) => {
    const { url } = message.location();
    if ((message.type() === "error" || message.type() === "warning") && !allowed(message)) complaints.push(`${message.type()}: ${message.text()} (${url})`);
  });
  context.on("weberror", (error) => complaints.push(`thrown: ${String(error.error())}`));
  return complaints;
}

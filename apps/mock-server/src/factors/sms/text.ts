import type { CodeMessage } from "../runner.ts";

/**
 * The SMS with a code, in no language: who it is from, the code on a line of its own, and last what browsers look for
 * to fill it in, on pages of that host and no others (WebOTP). Pure.
 */
export function composeSms({ application, code, webOtpHost }: CodeMessage): string {
  const from = application.replace(/\p{Cc}+/gu, " ").trim().slice(0, 60);
  const lines = [from, code, ...(webOtpHost === undefined ? [] : ["", `@${webOtpHost} #${code}`])];
  return lines.join("\n");
}

/** The server can't start, for a reason a person can mend. The message is one sentence that names the remedy. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The code of a failed system call, `EADDRINUSE` for one. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

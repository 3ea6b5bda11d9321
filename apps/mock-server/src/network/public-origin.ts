import { parseAddress } from "./address.ts";
import { isWithin } from "./range.ts";
import type { Range } from "./range.ts";

/** Where clients reach this server: as it was called, or, where a proxy of ours ends TLS before it, by the scheme that proxy names (S-34). Pure. */
export function publicOrigin(request: Request, socket: string | undefined, trusted: readonly Range[]): string {
  const { origin, host } = new URL(request.url);
  const peer = parseAddress(socket ?? "");
  if (peer === undefined || !trusted.some((range) => isWithin(range, peer))) return origin;
  // The nearest proxy writes last; what stands left of it anybody may have written.
  const scheme = request.headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim().toLowerCase();
  return scheme === "https" || scheme === "http" ? `${scheme}://${host}` : origin;
}

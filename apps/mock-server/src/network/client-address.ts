import { formatAddress, parseAddress } from "./address.ts";
import type { Address } from "./address.ts";
import { isWithin } from "./range.ts";
import type { Range } from "./range.ts";

/**
 * Who is at the other end (S-34): the socket's address, unless that is a proxy of ours. Then what the proxies wrote is read
 * from the right, past every further proxy of ours: what stands left of the first stranger was written by the stranger.
 * A header that can't be read counts as absent, so that garbage opens no bucket of its own. Pure.
 */
export function clientAddress(socket: string | undefined, forwardedFor: string | null, trusted: readonly Range[]): string {
  const peer = parseAddress(socket ?? "");
  if (peer === undefined) return "unknown";
  const isOurs = (address: Address) => trusted.some((range) => isWithin(range, address));
  if (!isOurs(peer)) return formatAddress(peer);
  const hops = (forwardedFor ?? "").split(",").toReversed();
  let nearest = peer;
  for (const hop of hops) {
    const address = parseHop(hop.trim());
    if (address === undefined) return formatAddress(peer);
    nearest = address;
    if (!isOurs(address)) break;
  }
  return formatAddress(nearest);
}

/** Some proxies add the port, and brackets with it. */
function parseHop(text: string): Address | undefined {
  const [, bracketed, dotted] = /^\[([^\]]*)\](?::\d{1,5})?$|^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  return parseAddress(bracketed ?? dotted ?? text);
}

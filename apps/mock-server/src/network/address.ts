/** An IP address as its bits, most significant first: 4 or 16 bytes. */
export type Address = readonly number[];

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const DOTTED = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

/** Reads an address, strictly: no octal, no hex, no short forms. IPv4 written as IPv6 becomes IPv4; a zone is dropped. Pure. */
export function parseAddress(text: string): Address | undefined {
  if (DOTTED.test(text)) return text.split(".").map(Number);
  const bytes = parseIpv6(text.replace(/%.*$/, ""));
  return bytes !== undefined && isMapped(bytes) ? bytes.slice(12) : bytes;
}

/** The platform's URL parser knows every way to write IPv6 and gives back one of them. */
function parseIpv6(text: string): Address | undefined {
  const url = `http://[${text}]`;
  if (!/^[\da-f:.]{2,45}$/i.test(text) || !URL.canParse(url)) return undefined;
  const [head = "", tail] = new URL(url).hostname.slice(1, -1).split("::");
  const [before, after] = [groups(head), groups(tail ?? "")];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after].flatMap((group) => [group >> 8, group & 0xff]);
}

const groups = (text: string): number[] => (text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16)));

const isMapped = (bytes: Address): boolean => bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;

/** One way to write an address. Pure. */
export function formatAddress(address: Address): string {
  if (address.length === 4) return address.join(".");
  const words = Array.from({ length: 8 }, (_, at) => (((address[2 * at] ?? 0) << 8) | (address[2 * at + 1] ?? 0)).toString(16));
  return new URL(`http://[${words.join(":")}]`).hostname.slice(1, -1);
}

/** Who is counted together: an IPv4 address; of IPv6 a whole /64, which is what one household has. Pure. */
export function networkOf(ip: string): string {
  const address = parseAddress(ip);
  if (address === undefined) return "unknown";
  return address.length === 4 ? formatAddress(address) : `${formatAddress([...address.slice(0, 8), 0, 0, 0, 0, 0, 0, 0, 0])}/64`;
}

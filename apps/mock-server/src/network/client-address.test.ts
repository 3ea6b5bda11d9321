import { describe, expect, it } from "vitest";
import { networkOf } from "./address.ts";
import { clientAddress } from "./client-address.ts";
import { parseRange } from "./range.ts";

const ranges = (...texts: string[]) => texts.flatMap((text) => parseRange(text) ?? []);
const proxies = ranges("10.0.0.0/8", "192.0.2.1", "fd00::/8");
const PROXY = "10.0.0.1";

describe("the client's address (S-34)", () => {
  it.each<[why: string, socket: string | undefined, header: string | null, seen: string]>([
    ["no header, no proxy", "203.0.113.9", null, "203.0.113.9"],
    ["a stranger's header is the stranger's word", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["a stranger names one of our proxies", "203.0.113.9", "10.0.0.1", "203.0.113.9"],
    ["our proxy without a header", PROXY, null, PROXY],
    ["our proxy with an empty header", PROXY, "", PROXY],
    ["our proxy tells who called", PROXY, "203.0.113.9", "203.0.113.9"],
    ["the client wrote an entry of its own first", PROXY, "1.1.1.1, 203.0.113.9", "203.0.113.9"],
    ["the client wrote many", PROXY, "1.1.1.1, 2.2.2.2, 3.3.3.3, 203.0.113.9", "203.0.113.9"],
    ["two proxies of ours in a row", PROXY, "203.0.113.9, 10.0.0.2", "203.0.113.9"],
    ["a spoof behind two proxies of ours", PROXY, "8.8.8.8, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
    ["a proxy that is listed alone", "192.0.2.1", "203.0.113.9", "203.0.113.9"],
    ["its neighbour is not listed", "192.0.2.2", "203.0.113.9", "192.0.2.2"],
    ["nobody but proxies of ours: the farthest", PROXY, "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["no spaces", PROXY, "1.1.1.1,203.0.113.9,10.0.0.2", "203.0.113.9"],
    ["tabs and spaces", PROXY, "  1.1.1.1 ,\t203.0.113.9  ", "203.0.113.9"],
    ["a word instead of an address", PROXY, "unknown", PROXY],
    ["a host name", PROXY, "localhost", PROXY],
    ["script", PROXY, "<script>alert(1)</script>", PROXY],
    ["an empty last entry", PROXY, "203.0.113.9,", PROXY],
    ["octal is no address", PROXY, "0177.0.0.1", PROXY],
    ["a number is no address", PROXY, "2130706433", PROXY],
    ["hex is no address", PROXY, "0x7f.0.0.1", PROXY],
    ["256 is no octet", PROXY, "203.0.113.256", PROXY],
    ["garbage left of the client is never read", PROXY, "!!!, 203.0.113.9", "203.0.113.9"],
    ["an entry with a port", PROXY, "203.0.113.9:4711", "203.0.113.9"],
    ["IPv6 with brackets and a port", PROXY, "[2001:DB8::9]:4711", "2001:db8::9"],
    ["IPv6 without brackets, in long form", PROXY, "2001:0db8:0000:0000:0000:0000:0000:0009", "2001:db8::9"],
    ["an IPv6 proxy of ours", "fd12::1", "2001:db8::9", "2001:db8::9"],
    ["IPv4 written as IPv6 at the socket", "::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["IPv4 written as IPv6 in hex", "::ffff:cb00:7109", null, "203.0.113.9"],
    ["IPv4 written as IPv6 in the header", PROXY, "::ffff:203.0.113.9", "203.0.113.9"],
    ["a zone is dropped", "fe80::1%eth0", null, "fe80::1"],
    ["two colons too many", PROXY, "2001::db8::9", PROXY],
    ["a socket that is gone", undefined, "203.0.113.9", "unknown"],
  ])("%s", (_why, socket, header, seen) => {
    expect(clientAddress(socket, header, proxies)).toBe(seen);
  });

  it("by default trusts nobody: a header changes nothing", () => {
    for (const header of ["203.0.113.9", "127.0.0.1", "::1", "garbage"]) expect(clientAddress("127.0.0.1", header, [])).toBe("127.0.0.1");
  });
});

describe("who is counted together", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["::1", "::/64"],
    ["not an address", "unknown"],
  ])("%s counts as %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe("a range", () => {
  it.each(["", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/-1", "10.0.0/8", "fd00::/129", "example.com", "10.0.0.0/8x"])("is not %j", (text) => {
    expect(parseRange(text)).toBeUndefined();
  });

  it.each([
    ["10.1.2.0/23", "10.1.3.255", "10.1.4.0"],
    ["10.1.2.3", "10.1.2.3", "10.1.2.4"],
    ["2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1"],
    ["0.0.0.0/0", "203.0.113.9", "::1"],
  ])("%s holds %s and not %s", (text, inside, outside) => {
    const seen = [inside, outside].map((ip) => clientAddress(ip, "192.0.2.99", ranges(text)) === "192.0.2.99");
    expect(seen).toEqual([true, false]);
  });
});

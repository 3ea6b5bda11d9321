import { withoutInvisible } from "../../text/fold.ts";

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const LOCAL = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const ADDRESS = new RegExp(`^${LOCAL}(?:\\.${LOCAL})*@(?:${LABEL}\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$`);

/** The canonical address, or nothing when it is none. Lower case, so that one mailbox has one wait. Pure. */
export function parseAddress(typed: string): string | undefined {
  const address = withoutInvisible(typed).normalize("NFKC").trim().toLowerCase();
  if (address.length > 254 || address.indexOf("@") > 64) return undefined;
  return ADDRESS.test(address) ? address : undefined;
}

const DOTS = "•••";

/** `j•••@e•••.com`: a fixed number of dots, so that the length tells nothing (R9b). Pure. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const ending = address.slice(address.lastIndexOf("."));
  return `${firstOf(address)}${DOTS}@${firstOf(address.slice(at + 1))}${DOTS}${ending}`;
}

/** Canonical addresses are ASCII, so a unit is a character. */
const firstOf = (text: string): string => text.charAt(0);

const ADDRESS = /^[^\s@"(),:;<>[\\\]]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** The address, or nothing where it is none. The server decides; this only spares it what nobody can have. Pure. */
export function readEmail(typed: string): string | undefined {
  const address = typed.normalize("NFKC").trim().toLowerCase();
  return address.length <= 254 && ADDRESS.test(address) ? address : undefined;
}

/** `j•••@e•••.com`: a fixed number of dots, so that the length tells nothing (R9b). Pure. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.charAt(0)}•••@${address.charAt(at + 1)}•••${address.slice(address.lastIndexOf("."))}`;
}

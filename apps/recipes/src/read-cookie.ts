/** One cookie out of the `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(";").map((entry) => entry.trim()).find((entry) => entry.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

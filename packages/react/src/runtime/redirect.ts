const isLoopback = ({ hostname }: URL): boolean => hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";

/** Where a login may send the page: https, or http on this machine. The server has matched it against the application's list already; a `javascript:` or a broken address goes nowhere (C-12, S-45). */
export function safeRedirect(to: string): string | undefined {
  if (!URL.canParse(to)) return undefined;
  const url = new URL(to);
  const fits = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
  return fits && url.username === "" && url.password === "" ? url.href : undefined;
}

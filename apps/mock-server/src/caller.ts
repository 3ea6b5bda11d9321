/** Who sent the request, as far as the connection tells. */
export interface Caller {
  /** The client's address as S-34 judges it; `unknown` where there is no network. */
  readonly ip: string;
  /** Where that address is: ISO 3166-1 in two letters. Absent: unknown. */
  readonly country?: string;
  readonly requestId: string;
  /** The Idempotency-Key (R12a). */
  readonly key?: string | undefined;
  /** The bearer token; empty for calls that need none. */
  readonly token: string;
  /** The trusted device's token, where a cookie brought it (R24). */
  readonly deviceToken?: string | undefined;
  /** What the client calls itself, shortened. Believed by nobody. */
  readonly userAgent?: string | undefined;
}

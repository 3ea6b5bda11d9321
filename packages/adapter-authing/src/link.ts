import type { AuthingClient } from "./authing-client.ts";
import type { ServerClock } from "./clock.ts";
import type { Deliveries } from "./deliveries.ts";
import type { OpenLogins } from "./open-logins.ts";

/** What every call of one adapter shares. */
export interface Link {
  readonly client: AuthingClient;
  readonly timeoutMs: number;
  readonly onFault: (fault: unknown) => void;
  readonly clock: ServerClock;
  /** Logins that wait for their second factor. */
  readonly logins: OpenLogins;
  /** Codes on their way. */
  readonly deliveries: Deliveries;
}

import { isSent, type Delivery, type Sent } from "@guard/machine";
import { useSecondsUntil } from "../../use-now.ts";

/** A factor's code as the verify step shows it, counted by the server's clock. */
export interface CountedDelivery {
  /** Absent while nothing was sent. */
  readonly sent: Sent | undefined;
  /** Seconds until another code may be asked for. */
  readonly wait: number;
  /** Seconds that the code still lives. */
  readonly life: number;
  /** The code that was sent is over (R6). */
  readonly over: boolean;
}

/** The one place where the parts of this step read their countdowns. */
export function useDelivery(delivery: Delivery): CountedDelivery {
  const sent = isSent(delivery) ? delivery : undefined;
  const wait = useSecondsUntil(sent?.resendAt);
  const life = useSecondsUntil(sent?.expiresAt);
  return { sent, wait, life, over: sent !== undefined && life === 0 };
}

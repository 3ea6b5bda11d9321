import type { Delivered, Result } from "@guard/contract";
import type { Delivery, Sent, SentDelivery } from "./state.ts";

/** The offset that an answer teaches: server clock minus client clock, ms. An answer without a server (network, timeout) teaches nothing. */
export function learnOffset(offset: number, result: Result<{ readonly now: number }>, clientNow: number): number {
  const serverNow = result.ok ? result.value.now : result.now;
  return serverNow === undefined ? offset : serverNow - clientNow;
}

/** Seconds until a deadline, rounded up so that "0" never shows while the server would still refuse. */
export function secondsUntil(deadline: number, serverNow: number): number {
  return Math.max(0, Math.ceil((deadline - serverNow) / 1000));
}

export function hasPassed(deadline: number, serverNow: number): boolean {
  return serverNow >= deadline;
}

export const isSent = (delivery: Delivery): delivery is SentDelivery => delivery.is === "sent" || delivery.is === "resending";

export const sent = ({ sentTo, resendAt, expiresAt }: Sent | Delivered): SentDelivery => ({ is: "sent", sentTo, resendAt, expiresAt });

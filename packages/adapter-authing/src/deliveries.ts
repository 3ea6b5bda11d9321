import type { Delivered } from "@guard/contract";
import type { ServerClock } from "./clock.ts";
import { maskTarget, nameOfTarget, type Target } from "./target.ts";

/** Authing tells no deadline of a code: these are its documented wait and the reference server's life of one. */
const RESEND_MS = 60_000;
const LIFE_MS = 10 * 60_000;

/** The codes that this adapter sent, by address and by what they are for. */
export interface Deliveries {
  /** A code left now. */
  keep(purpose: string, target: Target): Delivered;
  /** The code that is on its way, while another can't be asked for. */
  find(purpose: string, target: Target): Delivered | undefined;
  /** It was used. */
  forget(purpose: string, target: Target): void;
}

export function createDeliveries(clock: ServerClock): Deliveries {
  const sent = new Map<string, Omit<Delivered, "now">>();
  const keyOf = (purpose: string, target: Target) => `${purpose} ${nameOfTarget(target)}`;
  return {
    keep(purpose, target) {
      const now = clock.now();
      for (const [key, { expiresAt }] of sent) if (expiresAt <= now) sent.delete(key);
      const delivery = { sentTo: maskTarget(target), resendAt: now + RESEND_MS, expiresAt: now + LIFE_MS };
      sent.set(keyOf(purpose, target), delivery);
      return { ...delivery, now };
    },
    find(purpose, target) {
      const now = clock.now();
      const delivery = sent.get(keyOf(purpose, target));
      return delivery === undefined || delivery.expiresAt <= now ? undefined : { ...delivery, now };
    },
    forget: (purpose, target) => void sent.delete(keyOf(purpose, target)),
  };
}

import type { Flag, Millis } from "./column.ts";

/** A factor bound to an account in a scope: an application with rules of its own, or `global` (R16a). */
export interface BindingTable {
  id: string;
  accountId: string;
  factor: string;
  scope: string;
  /** Canonical address; null for a factor without one. */
  target: string | null;
  /** Sealed with AES-256-GCM, AAD = account and binding (S-18); null for a factor without one. */
  secret: string | null;
  /** The last TOTP step that was accepted; none before it is accepted again (S-16). */
  lastStep: number | null;
  boundAt: Millis;
}

/** A code belongs to (account, target, purpose, application) and is stored as a MAC only (R9a, S-14). */
export interface CodeTable {
  id: string;
  accountId: string;
  target: string;
  purpose: string;
  app: string;
  mac: string;
  /** 0 while it waits for the provider's word (R6a). At most one live code stands for a slot. */
  live: Flag;
  createdAt: Millis;
  expiresAt: Millis;
  usedAt: Millis | null;
}

/** The wait between two codes to one target of one account (R9). */
export interface DeliveryWaitTable {
  accountId: string;
  target: string;
  resendAt: Millis;
  /** Who holds the slot: the send that started this wait. */
  claim: string;
}

/** An authenticator app that waits for its first code. It counts as nothing until then (S-19). */
export interface TotpEnrolmentTable {
  /** The challenge or the session it was started in; starting again takes its place. */
  holder: string;
  /** The binding's id to be. */
  id: string;
  accountId: string;
  /** Sealed like a binding's. */
  secret: string;
  /** A recovery code that was shown with the secret, sealed like it; null where the code is shown once the app is bound (R14). */
  recovery: string | null;
  tries: number;
  expiresAt: Millis;
}

/** A picture that was used for an account, as the hash of its pixels' bytes: it is taken once (S-56). */
export interface UsedPictureTable {
  accountId: string;
  hash: string;
  usedAt: Millis;
}

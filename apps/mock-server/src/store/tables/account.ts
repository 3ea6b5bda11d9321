import type { Flag, Millis } from "./column.ts";

export interface AccountTable {
  id: string;
  /** Canonical: NFKC, lower case. Never holds "@" nor starts with "+" (R1). */
  username: string;
  /** Canonical login e-mail; null when the account has none. */
  email: string | null;
  emailVerified: Flag;
  /** Login phone, E.164. */
  phone: string | null;
  phoneVerified: Flag;
  /** A PHC string; null when the account has no password. */
  password: string | null;
  /** The bypass switch (R4). */
  mfaDisabled: Flag;
  role: "user" | "admin";
  /** Wrong codes in a row (R11). */
  failures: number;
  /** Wrong codes since the last right one; no time resets it (R11b). */
  total: number;
  lockedUntil: Millis | null;
  /** Set when `total` reached its limit: closed for codes until recovered (R11b). */
  closedAt: Millis | null;
  createdAt: Millis;
}

/** One recovery code an account, stored as a MAC (R15, S-20). */
export interface RecoveryCodeTable {
  accountId: string;
  mac: string;
  createdAt: Millis;
}

/** The factor that completed somebody's last login to an application (R13). */
export interface LastFactorTable {
  accountId: string;
  app: string;
  factor: string;
}

/** A network that an account has signed in from. */
export interface KnownNetworkTable {
  accountId: string;
  network: string;
  seenAt: Millis;
}

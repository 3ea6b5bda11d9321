import type { Millis } from "./column.ts";

/** The key under which Authing's clients encrypt passwords: one row. */
export interface AuthingKeyTable {
  id: string;
  /** PEM, SPKI. */
  publicKey: string;
  /** PKCS #8, sealed. */
  privateKey: string;
  createdAt: Millis;
}

/** A challenge that an Authing client was given. Its sends carry no token: it is known again by its network (R23). */
export interface AuthingLoginTable {
  tokenHash: string;
  app: string;
  network: string;
  createdAt: Millis;
  expiresAt: Millis;
  /** The session it led to, sealed, where the client was not told it yet; once it is, null again. */
  session: string | null;
  /** A MAC of the code by which an authenticator app was bound in it. */
  codeMac: string | null;
  keptAt: Millis | null;
  /** The address to bind that a send without a token named; one that was entered with the token stands in the challenge alone. */
  looseTarget: string | null;
}

/** A photo that an Authing client uploaded and did not use yet. */
export interface AuthingPhotoTable {
  key: string;
  network: string;
  /** Null once it was used or its time is over; the row still counts for its network's hour. */
  sealed: string | null;
  bytes: number;
  uploadedAt: Millis;
}

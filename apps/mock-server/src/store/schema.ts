import type { Generated, Selectable } from "kysely";

// Room: store. Times are epoch milliseconds UTC, booleans are 0/1, so that SQLite and PostgreSQL read alike.
// PostgreSQL's driver must parse int8 as a number (src/node); milliseconds stay below 2^53.

type Flag = 0 | 1;
type Millis = number;

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

export interface ApplicationTable {
  id: string;
  name: string;
  /** The switch "customize security rules for this application" (R3). */
  ownRules: Flag;
  /** JSON: enabled factors in the order of their tabs. */
  factors: string;
  /** JSON: the policy numbers that differ from the defaults. */
  numbers: string;
  /** JSON: where a login may lead, compared by origin and path (R5). */
  redirectUris: string;
  /** JSON: address ranges with a budget of their own (R10). */
  officeRanges: Generated<string>;
  /** JSON: countries an SMS may go to; null: the default list (S-33). */
  phoneCountries: string | null;
  bindDuringLogin: Generated<"when-nothing-bound" | "always">;
  /** JSON: how one may sign in (R2a). */
  signInMethods: Generated<string>;
  /** The host of the page that holds the login, which an SMS names so that a browser may fill its code in. */
  webOtpHost: string | null;
}

/** A secret by which an application's backend says who it is, as a MAC only. Two may stand while one takes the other's place. */
export interface ApplicationSecretTable {
  app: string;
  mac: string;
  createdAt: Millis;
}

export interface GlobalPolicyTable {
  /** Always `global`: one row. */
  id: string;
  factors: string;
  numbers: string;
  phoneCountries: string | null;
  bindDuringLogin: Generated<"when-nothing-bound" | "always">;
  /** JSON: the third parties after whose word a second factor is asked too (R3). */
  identitySources: Generated<string>;
}

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

export interface ChallengeTable {
  id: string;
  tokenHash: string;
  accountId: string;
  app: string;
  need: "verify" | "prove" | "bind";
  /** JSON: the factors it offers, first tab first. Targets are looked up afresh on each call. */
  factors: string;
  /** JSON: what was proven in this login before this challenge (R8). */
  proven: Generated<string>;
  /** The address to bind, not proven yet (S-27). */
  bindFactor: string | null;
  bindTarget: string | null;
  redirectUri: string | null;
  /** The third party whose word stands in the password's place; null after a password. */
  source: string | null;
  createdAt: Millis;
  expiresAt: Millis;
  burntAt: Millis | null;
  /** When set, a lock killed this challenge; it answers `locked` until then (S-06). */
  lockedUntil: Millis | null;
  /** Faces that did not match in this login; five are enough (S-56). */
  faceFailures: Generated<number>;
}

export interface SessionTable {
  id: string;
  tokenHash: string;
  accountId: string;
  app: string;
  /** JSON: RFC 8176 words. */
  amr: string;
  authTime: Millis;
  expiresAt: Millis;
  /** Set while nobody has used it: it came with a recovery code that was perhaps never read, and dies by then (R14). */
  unheldUntil: Millis | null;
  /** When a factor was last proven, at the login or by a step-up (R18). */
  steppedUpAt: Millis | null;
  /** The trusted device that opened it, or that it made trusted (R24). */
  deviceId: string | null;
  /** The address to bind in the personal centre, not proven yet (S-27). */
  bindFactor: string | null;
  bindTarget: string | null;
}

/** A browser that is not asked for a second factor (R24). Its id is that of the session that made it trusted. */
export interface DeviceTable {
  id: string;
  tokenHash: string;
  accountId: string;
  app: string;
  /** Whose rules it was trusted under: where others hold now, it is not trusted (R16a). */
  scope: string;
  label: string;
  trustedAt: Millis;
  lastUsedAt: Millis;
  /** Absolute. */
  expiresAt: Millis;
}

/** What a call with an Idempotency-Key came to, for 60 s (R12a). The id is a MAC of operation, token, key and body. */
export interface IdempotencyTable {
  id: string;
  /** JSON: see idempotency.ts. */
  state: string;
  expiresAt: Millis;
}

/** One recovery code an account, stored as a MAC (R15, S-20). */
export interface RecoveryCodeTable {
  accountId: string;
  mac: string;
  createdAt: Millis;
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

/** One row for each event of a request, unique by (requestId, event). The database refuses to change or remove one (S-47). */
export interface AuditTable {
  /** From 1 without a gap. */
  seq: number;
  /** SHA-256 over the row and the hash before it. */
  hash: string;
  at: Millis;
  event: string;
  accountId: string | null;
  app: string | null;
  factor: string | null;
  result: "success" | "challenged" | "failure";
  reason: string | null;
  ip: string;
  /** ISO 3166-1 in two letters, or `unknown`. */
  country: string;
  requestId: string;
  /** What the client calls itself, shortened; null when it says nothing. */
  userAgent: string | null;
}

/** The end of the audit's chain: one row, held by whoever adds to it. */
export interface AuditHeadTable {
  id: string;
  seq: number;
  hash: string;
}

/** A message with a code that was handed over, or is about to be, or would be if the account existed (S-35). What was refused leaves no row (R6a). */
export interface DispatchTable {
  id: string;
  /** Whose budget it takes from: an address, or an application's office (R10). */
  bucket: string;
  /** Who asked: an IPv4 address or an IPv6 /64. */
  network: string;
  recipient: string;
  /** `none`: nobody was there to send to. */
  channel: "email" | "sms" | "none";
  app: string;
  at: Millis;
}

/**
 * A code to sign in with, without a password (R2a). It is asked for by an address and not by an account, so that an
 * address nobody has leaves the same row as one that somebody has (S-35).
 */
export interface SignInCodeTable {
  id: string;
  app: string;
  /** A MAC of the address and of the network that asks: what was typed by somebody unknown is kept nowhere. */
  subject: string;
  /** Null where nobody has the address: no code is right then. */
  accountId: string | null;
  mac: string;
  /** `pending`: on its way. `over`: used, superseded, refused by the provider, or tried too often. */
  state: "pending" | "live" | "over";
  tries: number;
  /** 1: asked for from a network that the account has signed in from. */
  known: number;
  createdAt: Millis;
  resendAt: Millis;
  expiresAt: Millis;
}

/** A network that an account has signed in from. */
export interface KnownNetworkTable {
  accountId: string;
  network: string;
  seenAt: Millis;
}

/** The factor that completed somebody's last login to an application (R13). */
export interface LastFactorTable {
  accountId: string;
  app: string;
  factor: string;
}

/** A counter that is taken hold of before it is read (S-07, S-32). */
export interface BucketTable {
  key: string;
  failures: number;
  /** When the first of these failures was. */
  since: Millis;
  /** Before this nothing more is let through. */
  nextAt: Millis;
  touchedAt: Millis;
}

/** A picture that was used for an account, as the hash of its pixels' bytes: it is taken once (S-56). */
export interface UsedPictureTable {
  accountId: string;
  hash: string;
  usedAt: Millis;
}

/** The words of the mail with a code, by application or for all of them (R20). */
export interface MailTemplateTable {
  /** An application's id, or `global`. */
  scope: string;
  subject: string;
  text: string;
  html: string;
  savedAt: Millis;
}

/** What an administrator should hear of. */
export interface AdminEventTable {
  id: string;
  at: Millis;
  kind: "ip_code_limit" | "recipient_limit" | "sms_budget" | "password_flood" | "many_failures";
  /** What it is about: a budget, a network, a MAC. Never an identifier as typed. */
  subject: string;
  app: string | null;
  accountId: string | null;
}

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

/** The tables as Kysely sees them. */
export interface Database {
  account: AccountTable;
  application: ApplicationTable;
  applicationSecret: ApplicationSecretTable;
  globalPolicy: GlobalPolicyTable;
  binding: BindingTable;
  code: CodeTable;
  deliveryWait: DeliveryWaitTable;
  challenge: ChallengeTable;
  session: SessionTable;
  device: DeviceTable;
  idempotency: IdempotencyTable;
  recoveryCode: RecoveryCodeTable;
  totpEnrolment: TotpEnrolmentTable;
  audit: AuditTable;
  auditHead: AuditHeadTable;
  dispatch: DispatchTable;
  bucket: BucketTable;
  adminEvent: AdminEventTable;
  signInCode: SignInCodeTable;
  knownNetwork: KnownNetworkTable;
  lastFactor: LastFactorTable;
  mailTemplate: MailTemplateTable;
  usedPicture: UsedPictureTable;
  authingKey: AuthingKeyTable;
  authingLogin: AuthingLoginTable;
  authingPhoto: AuthingPhotoTable;
}

export type Account = Selectable<AccountTable>;
export type Binding = Selectable<BindingTable>;
export type TotpEnrolmentRow = Selectable<TotpEnrolmentTable>;
export type ChallengeRow = Selectable<ChallengeTable>;
export type SessionRow = Selectable<SessionTable>;
export type DeviceRow = Selectable<DeviceTable>;
export type AuditRow = Selectable<AuditTable>;
export type Bucket = Selectable<BucketTable>;

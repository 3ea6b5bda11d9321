import type { Kysely } from "kysely";
import type { Database } from "./store/schema.ts";

/** The server's only clock. Epoch milliseconds UTC, an integer. */
export interface Clock {
  now(): number;
}

/** A cryptographic source of bytes. */
export interface Random {
  bytes(length: number): Uint8Array;
}

/** Password hashing in a bounded queue of its own (S-37, S-39). Both calls throw `Busy` when the queue is full. */
export interface Hasher {
  /** A PHC string with the current parameters. */
  hash(password: string): Promise<string>;
  verify(phc: string, password: string): Promise<boolean>;
  /** True when the PHC string was made with weaker parameters than today's. */
  isOutdated(phc: string): boolean;
  /** Whether a call would throw `Busy` right now: a sign-in then costs nothing, not even its count. Absent: never known beforehand. */
  isFull?(): boolean;
}

/** More work is queued than the server takes on; the route answers 503 with Retry-After 1. */
export class Busy extends Error {
  override readonly name = "Busy";
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `refused`: the provider said no for certain. `unknown`: the connection died after the data was sent (R6a). */
export type Handover = "handed-over" | "refused" | "unknown";

/** Hands a mail to SMTP. Answers within 5 s and never throws (R6a). */
export interface Mailer {
  send(mail: Mail): Promise<Handover>;
}

export interface Sms {
  /** E.164. */
  readonly to: string;
  /** The whole message, ready to be sent. */
  readonly text: string;
  /** For providers that fill a template of their own. */
  readonly code: string;
  readonly application: string;
}

/** Hands an SMS to its provider. Answers within 5 s and never throws (R6a). */
export interface SmsSender {
  send(sms: Sms): Promise<Handover>;
}

/** The database behind one handle. Store functions take a transaction and nothing else. */
export interface Store {
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

export interface Config {
  readonly environment: "development" | "production";
  /** At least 32 bytes; keys for codes and sealed secrets are derived from it (S-14, S-18). */
  readonly secret: Uint8Array;
  /** Secrets the server had before: what was sealed under them is still read, and sealed anew when it is used (S-18). */
  readonly earlierSecrets?: readonly Uint8Array[];
  /** Exact origins that may call from a browser (S-42, S-43). */
  readonly allowedOrigins: readonly string[];
  /** Ranges of the proxies whose X-Forwarded-For is believed; none by default (S-34). */
  readonly trustedProxies: readonly string[];
  /** How far apart two faces of one person may be, by the measure of the `face` port; 0.45 by default. */
  readonly faceThreshold?: number;
}

/** A password that is about to be tried although an account saw too many wrong ones within the hour. */
export interface PasswordFlood {
  readonly app: string;
  readonly ip: string;
  readonly requestId: string;
}

/** Your CAPTCHA or proof of work: says whether the attempt may go on (S-07). Must not throw. */
export interface FloodGate {
  admit(flood: PasswordFlood): Promise<boolean>;
}

/** A third party by whose word one may sign in: a company's directory, a social login (R2). */
export interface IdentitySource {
  /** As the global policy names it (R3). */
  readonly id: string;
  /** Username, verified e-mail or phone of the account whose owner the assertion proves; nothing when it proves nobody. Must not throw. */
  identify(assertion: string): Promise<string | undefined>;
}

/** Where an address is, for the audit (R22). */
export interface Geo {
  /** ISO 3166-1 in two letters, or `unknown`. Answers at once and never throws: no login waits for it or fails by it (S-49). */
  country(ip: string): string;
}

/** A picture within the limits, less what in it was not pixels (S-56). */
export interface Picture {
  /** A whole JPEG or PNG file. */
  readonly bytes: Uint8Array;
  /** As its header says, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** How to turn it, 1 to 8 as in Exif; 1 is as it stands. */
  readonly orientation: number;
}

/** `unreadable`: can't be unpacked. `busy`: too much is being looked at; nothing was. A template is the provider's own; it is stored sealed. */
export type FaceReading =
  | { readonly kind: "template"; readonly template: Uint8Array }
  | { readonly kind: "no-face" | "several-faces" | "unreadable" | "busy" };

/** Tells faces apart (R17). Neither call throws. None of this says that the face is alive and not a picture of one. */
export interface FaceVerifier {
  describe(picture: Picture): Promise<FaceReading>;
  /** How far two templates are apart: 0 is the same. */
  distance(left: Uint8Array, right: Uint8Array): number;
}

/** RSA's arithmetic and nothing else: what comes out is judged elsewhere, and in a time that tells nothing. Must not throw. */
export interface RsaDecrypter {
  /** The block of a ciphertext, padding and all, as long as the modulus; nothing where it is none. The key is PKCS #8. */
  decrypt(privateKey: Uint8Array, ciphertext: Uint8Array): Uint8Array | undefined;
}

/** Everything the server needs from outside, given once. `createApp` itself touches no file, port, timer or clock. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly hasher: Hasher;
  readonly mailer: Mailer;
  /** Absent: the SMS factor is off, whatever a policy says. */
  readonly sms?: SmsSender;
  /** Absent: beyond 100 failures an hour an address has one try at the account, then one every 30 s. */
  readonly floodGate?: FloodGate;
  /** Absent: nobody signs in by a third party's word. */
  readonly identitySources?: readonly IdentitySource[];
  /** Resolves when an answer that is ready now has left the machine: messages that nobody waits for are handed over then. Absent: at once. */
  readonly answered?: () => Promise<void>;
  /** Absent: every country is `unknown`. */
  readonly geo?: Geo;
  /** Absent: the factor `face` is never offered. */
  readonly face?: FaceVerifier;
  /** Present: Authing's clients are served too (docs/authing.md). Their protocol is weaker than ours in places, so production leaves it out unless it was asked for. */
  readonly authing?: { readonly rsa: RsaDecrypter };
  readonly config: Config;
}

import { Secret, TOTP } from "otpauth/slim";

/** R14: what every authenticator app understands. */
const SHAPE = { algorithm: "SHA1", digits: 6, period: 30 } as const;
export const STEP_MS = SHAPE.period * 1000;
/** A step before and a step after count too: clocks of phones are off by that much (R14). */
const WINDOW = 1;

/** The step a code is right for, the nearest to now first; nothing when it is wrong. */
export function stepOf(secret: Uint8Array, code: string, now: number): number | undefined {
  const totp = new TOTP({ ...SHAPE, secret: secretOf(secret) });
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : totp.counter({ timestamp: now }) + delta;
}

/** The code of this moment: as a phone would show it. */
export const codeAt = (secret: Uint8Array, now: number): string => new TOTP({ ...SHAPE, secret: secretOf(secret) }).generate({ timestamp: now });

/** What an authenticator app is told: the secret as text, and the same as an address for the QR code. */
export interface Handout {
  readonly secret: string;
  readonly otpauthUri: string;
}

/** The issuer is the application as people know it, the label who they are there (R14). */
export function handOut(secret: Uint8Array, issuer: string, label: string): Handout {
  const totp = new TOTP({ ...SHAPE, secret: secretOf(secret), issuer: plain(issuer), label: plain(label) });
  return { secret: totp.secret.base32, otpauthUri: totp.toString() };
}

const secretOf = (bytes: Uint8Array): Secret => new Secret({ buffer: new Uint8Array(bytes).buffer });

/** A colon parts issuer and label in the address, so neither may hold one. */
const plain = (text: string): string => text.replaceAll(":", " ").trim();

import type { Factor } from "@guard/contract";
import type { PolicyNumbers } from "../policy/numbers.ts";
import type { OfficeRange } from "../store/application.ts";

/** The development data: fixed, so that documents, stories and tests agree. */
export const DEMO_PASSWORD = "Guard-demo-2026!";

export interface DemoUser {
  readonly username: string;
  readonly email?: string;
  readonly phone?: string;
  readonly totp?: true;
  readonly mfaDisabled?: true;
  readonly admin?: true;
  /** Locked for an hour at each start. */
  readonly locked?: true;
}

export const DEMO_USERS: readonly DemoUser[] = [
  { username: "new-user" },
  { username: "email-user", email: "email-user@example.com" },
  { username: "phone-user", phone: "+8613800138000" },
  { username: "totp-user", totp: true },
  { username: "all-factors", email: "all-factors@example.com", phone: "+8613800138001", totp: true },
  { username: "locked-user", locked: true },
  { username: "bypassed-user", mfaDisabled: true },
  { username: "admin", email: "admin@example.com", admin: true },
];

export interface DemoApplication {
  readonly id: string;
  readonly name: string;
  readonly ownRules: boolean;
  readonly factors: readonly Factor[];
  /** Offers to trust a device for so many days (R24). */
  readonly trustDeviceDays?: number;
  /** Sign-in by code stands beside the password (R2a). */
  readonly signInCode?: true;
}

export const DEMO_APPLICATIONS: readonly DemoApplication[] = [
  { id: "demo", name: "Guard Demo", ownRules: true, factors: ["email", "sms", "totp"], trustDeviceDays: 30, signInCode: true },
  { id: "demo-email", name: "Guard Demo (e-mail)", ownRules: true, factors: ["email"] },
  { id: "demo-totp", name: "Guard Demo (authenticator)", ownRules: true, factors: ["totp"] },
  // Where no face provider is plugged in, this one asks for an e-mail alone.
  { id: "demo-face", name: "Guard Demo (face)", ownRules: true, factors: ["face", "email"] },
  { id: "demo-global", name: "Guard Demo (global rules)", ownRules: false, factors: [] },
  { id: "demo-open", name: "Guard Demo (no second factor)", ownRules: true, factors: [] },
];

/** The page that holds the demo logins, as an SMS names it. */
export const DEMO_WEB_OTP_HOST = "localhost";

/** Where a login in any demo application may lead. */
export const DEMO_REDIRECT_URIS: readonly string[] = ["http://localhost:5173/welcome", "http://127.0.0.1:5173/welcome"];

/** Every demo authenticator app comes with this recovery code, so that it can be tried by hand. */
export const DEMO_RECOVERY_CODE = "7K3MP-QR9TV-WX2YZ-A4BCD-E6FGH";

/** The scopes in which the demo users' authenticator app is bound: the applications that ask for it. */
export const DEMO_TOTP_SCOPES: readonly string[] = ["demo", "demo-totp"];

/** This machine is an office of its own, so that a day of clicking and testing never ends in a wait (R10). */
export const DEMO_OFFICE_RANGES: readonly OfficeRange[] = [
  { range: "127.0.0.0/8", codesPerHour: 100_000 },
  { range: "::1", codesPerHour: 100_000 },
];

/** The demo mailboxes are asked for all day; elsewhere a recipient gets 10 codes an hour and 30 a day (R10). */
export const DEMO_NUMBERS = { codesPerRecipientHour: 1000, codesPerRecipientDay: 1000, signInCodesPerDay: 100 } as const satisfies Partial<PolicyNumbers>;

import type { Binding, TrustedDevice } from "@guard/contract";
import type { Account } from "../../center/index.ts";
import { minutes, T0 } from "../parts.ts";

const days = (count: number): number => minutes(count * 24 * 60);

/** The address of the login itself: it counts as bound, and stays. */
export const loginEmail: Binding = { id: "login-email", factor: "email", target: "a•••@e•••.com", scope: "demo", removable: false };
export const boundPhone: Binding = { id: "bnd_sms", factor: "sms", target: "+86 •••••••• 01", scope: "demo", boundAt: T0 - days(40), removable: true };
export const boundTotp: Binding = { id: "bnd_totp", factor: "totp", scope: "demo", boundAt: T0 - days(20), removable: true };

export const thisDevice: TrustedDevice = { id: "dev_1", app: "demo", label: "Chrome on macOS", trustedAt: T0 - days(3), lastUsedAt: T0 - minutes(4), expiresAt: T0 + days(27), current: true };
export const otherDevice: TrustedDevice = { id: "dev_2", app: "demo", label: "Safari on iPhone", trustedAt: T0 - days(12), lastUsedAt: T0 - days(2), expiresAt: T0 + days(18), current: false };

/** E-mail of the login, a phone and an authenticator app; two browsers; a fresh proof. */
export const accountOf = (over: Partial<Account> = {}): Account => ({
  bindings: [loginEmail, boundPhone, boundTotp],
  bindable: [],
  proofs: ["email", "sms", "totp"],
  steppedUpUntil: T0 + minutes(4),
  recoveryCodeAt: T0 - days(20),
  renewable: true,
  devices: [thisDevice, otherDevice],
  ...over,
});

/** Nothing is bound: everything can be added, and the password is the proof. */
export const emptyAccount = (over: Partial<Account> = {}): Account => ({ bindings: [], bindable: ["email", "sms", "totp"], proofs: ["password"], steppedUpUntil: T0 + minutes(4), renewable: false, devices: [], ...over });

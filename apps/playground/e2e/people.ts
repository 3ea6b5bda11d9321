// As apps/mock-server/src/development/data.ts seeds them; written out, so that tests and server can't agree in one mistake.
export const PASSWORD = "Guard-demo-2026!";

/** Has a bound e-mail. */
export const emailUser = { name: "email-user", email: "email-user@example.com", masked: "e•••@e•••.com" } as const;

/** Has an authenticator app, and this recovery code. */
export const totpUser = { name: "totp-user", recoveryCode: "7K3MP-QR9TV-WX2YZ-A4BCD-E6FGH" } as const;

/** Has nothing bound. */
export const newUser = { name: "new-user", email: "new.person@example.org", masked: "n•••@e•••.org", phone: "+447400123456", maskedPhone: "+44 •••••••• 56" } as const;

/** Has a bound phone. */
export const phoneUser = { name: "phone-user", phone: "+8613800138000", masked: "+86 •••••••• 00" } as const;

/** Has every factor bound. */
export const allFactors = { name: "all-factors", email: "all-factors@example.com", maskedEmail: "a•••@e•••.com", phone: "+8613800138001", maskedPhone: "+86 •••••••• 01" } as const;

// What Bitwarden's autofill-constants.ts held on 21 November 2026. A floor with a date: managers change their minds.

export const ignored = ["captcha", "findanything", "forgot"];
export const search = ["search", "query", "find", "go"];
export const totp = ["totp", "totpcode", "2facode", "approvals_code", "mfacode", "otc-code", "onetimecode", "otp-code", "otpcode", "onetimepassword", "security_code", "second-factor", "twofactor", "twofa", "verificationcode", "verification code"];
export const recovery = ["backup", "recovery"];
export const username = ["username", "user name", "userid", "user id", "customer id", "login id", "login", "benutzername", "benutzer name", "benutzerid", "benutzer id", "email", "e-mail"];
export const accountCreation = ["register", "registration", "create password", "create a password", "create an account", "confirm password", "new user", "new password", "newpassword", "confirmpassword", "neues passwort", "pwdcheck", "hint"];
export const registration = ["register", "signup", "sign-up", "join", "create"];
export const nonLogin = ["newsletter", "subscribe", "subscription", "mailing list"];
export const signInHeading = ["sign in", "signin", "log in", "login", "log on", "logon"];
export const submit = ["login", "signin", "submit", "continue", "next", "verify"];

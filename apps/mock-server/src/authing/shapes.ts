import * as v from "valibot";
import { foldCode } from "../text/fold.ts";

// What clients put into bodies. Python's leaves absent keys out, the SDK's writes null.

/** Six digits, folded before they are judged (S-57). Some clients send a number. */
export const TypedCode = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(64), v.transform(foldCode), v.regex(/^\d{6}$/));

export const Address = v.pipe(v.string(), v.minLength(1), v.maxLength(320));
export const CountryCode = v.nullish(v.pipe(v.string(), v.maxLength(8)));
const Source = v.nullish(v.picklist(["SELF", "APPLICATION"]));

export const TotpBody = v.object({ totp: TypedCode });
export const AssociateBody = v.object({ authenticator_type: v.nullish(v.literal("totp")), authenticatorType: v.nullish(v.literal("totp")), source: Source });
export const RecoveryBody = v.object({ recoveryCode: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) });
export const EmailCodeBody = v.object({ email: Address, code: TypedCode });
export const PhoneCodeBody = v.object({ phone: Address, code: TypedCode, phoneCountryCode: CountryCode });
export const BindableBody = v.object({ email: v.nullish(Address), phone: v.nullish(Address), phoneCountryCode: CountryCode });
export const AccountBody = v.object({ account: Address, password: v.pipe(v.string(), v.maxLength(2048)) });
export const EmailSendBody = v.object({ email: Address, scene: v.pipe(v.string(), v.maxLength(64)) });
export const SmsSendBody = v.object({ phone: Address, phoneCountryCode: CountryCode, scene: v.nullish(v.pipe(v.string(), v.maxLength(64))) });

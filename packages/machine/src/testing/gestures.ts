import type { UserEvent } from "../flow/index.ts";
import { PICTURE, SECRETS } from "./answers.ts";

/** Everything that a person can do, wherever it makes sense. */
export const gestures: readonly UserEvent[] = [
  { type: "PASSWORD.SUBMIT", identifier: "walker", password: SECRETS.password },
  { type: "METHOD.CHOOSE", method: "password" },
  { type: "METHOD.CHOOSE", method: "code" },
  { type: "IDENTIFIER.SUBMIT", identifier: "walker@example.com" },
  { type: "CODE.SUBMIT", code: SECRETS.code },
  { type: "CODE.SUBMIT", code: SECRETS.code, trustDevice: true },
  { type: "CODE.SEND" },
  { type: "FACTOR.CHOOSE", factor: "email" },
  { type: "FACTOR.CHOOSE", factor: "sms" },
  { type: "FACTOR.CHOOSE", factor: "totp" },
  { type: "FACTOR.CHOOSE", factor: "face" },
  { type: "FACTOR.CHOOSE", factor: "recovery" },
  { type: "TARGET.SUBMIT", target: "walker@example.com" },
  { type: "TARGET.CHANGE" },
  { type: "TOTP.RETRY" },
  { type: "FACE.SUBMIT", image: PICTURE },
  { type: "RECOVERY.OPEN" },
  { type: "RECOVERY.SUBMIT", code: SECRETS.typedRecoveryCode },
  { type: "RECOVERY.ACKNOWLEDGE" },
  { type: "RETRY" },
  { type: "BACK" },
];

import * as v from "valibot";
import { AuthFlowBody, runAuthFlow } from "./auth-flow.ts";
import { readBody } from "./body.ts";
import type { Call } from "./call.ts";
import { envelope } from "./envelope.ts";
import { answerGraphql } from "./graphql/answer.ts";
import { readHolding } from "./holder.ts";
import type { Holding } from "./holder.ts";
import { loginByCode } from "./login-by-code.ts";
import { loginByAccount } from "./login.ts";
import { checkAddress } from "./mfa/check-bindable.ts";
import { associateTotp, confirmAssociation, deleteAssociation } from "./mfa/enrol-totp.ts";
import { AssociateFaceBody, associateFace, FaceBody, verifyFaceOf } from "./mfa/face.ts";
import { listAuthenticators } from "./mfa/list-authenticators.ts";
import { verifyEmail, verifyPhone } from "./mfa/verify-sent.ts";
import { verifyRecovery, verifyTotp } from "./mfa/verify-totp.ts";
import { done } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";
import { internationalPhone } from "./phone.ts";
import { upload } from "./photo.ts";
import { icons, readPageConfig, readPublicConfig } from "./public-config.ts";
import { sendEmail, sendSms } from "./send.ts";
import { logout } from "./session.ts";
import { AccountBody, AssociateBody, BindableBody, EmailCodeBody, EmailSendBody, PhoneCodeBody, RecoveryBody, SmsSendBody, TotpBody } from "./shapes.ts";

/** Each says whether it is for somebody with a token, as S-23 wants it. */
interface Route {
  readonly wants: "nothing" | "token";
  readonly answer: (call: Call) => Promise<Response>;
}

/** A call that brings nothing but its headers and its query. */
const plain = (run: (call: Call) => Promise<Outcome>): Route => ({ wants: "nothing", answer: async (call) => envelope(await run(call), call) });

const withToken = ({ answer }: Route): Route => ({ wants: "token", answer });

/** A call with a JSON body. */
const withBody = <S extends v.GenericSchema>(schema: S, run: (call: Call, body: v.InferOutput<S>) => Promise<Outcome>): Route =>
  plain(async (call) => {
    const body = await readBody(call, schema);
    return body.ok ? run(call, body.data) : body;
  });

/** A call of somebody whose login is on its way, or who is signed in. */
const held = (run: (holding: Holding) => Promise<Outcome>): Route =>
  withToken(
    plain(async (call) => {
      const holding = await readHolding(call);
      return holding.ok ? run(holding.data) : holding;
    }),
  );

const heldWithBody = <S extends v.GenericSchema>(schema: S, run: (holding: Holding, body: v.InferOutput<S>) => Promise<Outcome>): Route =>
  withToken(
    withBody(schema, async (call, body) => {
      const holding = await readHolding(call);
      return holding.ok ? run(holding.data, body) : holding;
    }),
  );

const totpVerify = heldWithBody(TotpBody, verifyTotp);
const faceVerify = heldWithBody(FaceBody, verifyFaceOf);

/** Every route, by method and path; clients call some of them by more than one name. */
const ROUTES: Readonly<Record<string, Route>> = {
  "GET /api/v2/.well-known": plain(async ({ passwords }) => done({ publicKey: await passwords.publicKey() })),
  "POST /graphql/v2": { wants: "nothing", answer: answerGraphql },

  "POST /api/v2/login/account": withBody(AccountBody, (call, { account, password }) => loginByAccount(call, account, password)),
  "POST /api/v2/login/phone-code": withBody(PhoneCodeBody, (call, { phone, code, phoneCountryCode }) => loginByCode(call, "sms", internationalPhone(phone, phoneCountryCode), code)),
  "POST /api/v2/login/email-code": withBody(EmailCodeBody, (call, { email, code }) => loginByCode(call, "email", email, code)),
  "POST /api/v2/email/send": withBody(EmailSendBody, sendEmail),
  "POST /api/v2/sms/send": withBody(SmsSendBody, sendSms),
  "POST /api/v3/send-sms": withBody(v.object({ phoneNumber: SmsSendBody.entries.phone, phoneCountryCode: SmsSendBody.entries.phoneCountryCode, channel: v.literal("CHANNEL_VERIFY_MFA") }), (call, { phoneNumber, phoneCountryCode }) => sendSms(call, { phone: phoneNumber, phoneCountryCode, scene: "mfa-verify" })),
  "GET /api/v2/logout": plain(logout),
  "GET /logout": plain(logout),

  "GET /api/v2/mfa/authenticator": held(listAuthenticators),
  "POST /api/v2/mfa/totp/associate": heldWithBody(AssociateBody, associateTotp),
  "DELETE /api/v2/mfa/totp/associate": held(deleteAssociation),
  "POST /api/v2/mfa/totp/associate/confirm": heldWithBody(TotpBody, confirmAssociation),
  "POST /api/v2/mfa/totp/verify": totpVerify,
  "POST /api/v2/applications/mfa/totp/verify": totpVerify,
  "POST /api/v2/mfa/totp/recovery": heldWithBody(RecoveryBody, verifyRecovery),
  "POST /api/v2/applications/mfa/sms/verify": heldWithBody(PhoneCodeBody, verifyPhone),
  "POST /api/v2/applications/mfa/email/verify": heldWithBody(EmailCodeBody, verifyEmail),
  "POST /api/v2/upload": plain(upload),
  "POST /api/v2/mfa/face/associate": heldWithBody(AssociateFaceBody, associateFace),
  "POST /api/v2/mfa/face/verify": faceVerify,
  "POST /api/v2/applications/mfa/face/verify": faceVerify,
  "POST /api/v2/applications/mfa/check": heldWithBody(BindableBody, checkAddress),

  "POST /interaction/authFlow": withToken(withBody(AuthFlowBody, runAuthFlow)),
  "GET /api/v2/cdn/svg-string/guard": { wants: "nothing", answer: icons },
};

/** What Guard asks for about an application, whose id stands in the path. */
const CONFIGS = { "public-config": readPublicConfig, "components-public-config/guard": readPageConfig } as const;
const CONFIG_PATH = /^\/api\/v2\/applications\/([^/\0]{1,256})\/(public-config|components-public-config\/guard)$/;

/** The routes that are for somebody with a token, or those that are for everybody. */
export const listRoutes = (wants: Route["wants"]): string[] => Object.keys(ROUTES).filter((name) => ROUTES[name]?.wants === wants);

export function findRoute(method: string, path: string): Route | undefined {
  const [, app, config] = (method === "GET" ? CONFIG_PATH.exec(path) : null) ?? [];
  if (app !== undefined) return plain((call) => CONFIGS[config as keyof typeof CONFIGS](call, app));
  const name = `${method} ${path}`;
  return Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
}

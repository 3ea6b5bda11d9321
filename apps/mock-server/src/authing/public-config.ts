import { isListed } from "../http/origin.ts";
import { findApplication } from "../store/application.ts";
import type { Application } from "../store/application.ts";
import { transact } from "../store/transaction.ts";
import type { Call } from "./call.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** Where Guard's icons are: it will not start without a drawing, and draws none of ours. */
const ICONS = "/api/v2/cdn";

/** What Guard 5 asks for before it shows anything; `now` is ours, for adapters that show deadlines. */
export async function readPublicConfig(call: Call, id: string): Promise<Outcome> {
  const { domain, request, origin, passwords } = call;
  const application = await transact(domain.store, (tx) => findApplication(tx, id));
  if (application === undefined) return refuse({ code: "not_found" }, domain.clock.now());
  const asking = request.headers.get("origin");
  // Who asks hears of their own page only: the others are none of their business.
  const allowedOrigins = isListed(asking, domain.config.allowedOrigins) ? [asking] : [];
  return done({ ...describe(application), now: domain.clock.now(), publicKey: await passwords.publicKey(), cdnBase: origin + ICONS, requestHostname: new URL(origin).host, allowedOrigins });
}

/** Its looks, of which there are none. */
export async function readPageConfig({ domain }: Call, id: string): Promise<Outcome> {
  const application = await transact(domain.store, (tx) => findApplication(tx, id));
  return application === undefined ? refuse({ code: "not_found" }, domain.clock.now()) : done({ global: {}, login: {}, register: {}, mfa: {} });
}

/** What its account field asks for, for each kind of account. */
const PLACEHOLDERS = [
  { key: "username", label: "用户名", i18n: { "en-US": "username" } },
  { key: "email", label: "邮箱", i18n: { "en-US": "email" } },
  { key: "phone", label: "手机号", i18n: { "en-US": "phone" } },
];

export const icons = (): Promise<Response> => Promise.resolve(new Response('<svg xmlns="http://www.w3.org/2000/svg"></svg>', { headers: { "content-type": "image/svg+xml" } }));

function describe({ id, name, redirectUris, signInMethods }: Application): object {
  const byCode = signInMethods.includes("code");
  return {
    id,
    name,
    userPoolId: id,
    identifier: id,
    verifyCodeLength: 6,
    oidcConfig: { redirect_uris: redirectUris, token_endpoint_auth_method: "none", introspection_endpoint_auth_method: "none" },
    loginTabs: { list: byCode ? ["password", "phone-code"] : ["password"], default: "password", title: {} },
    registerTabs: { list: [], default: "" },
    passwordTabConfig: { enabledLoginMethods: ["username-password", "email-password", "phone-password"], validLoginMethods: ["username-password", "email-password", "phone-password"], validRegisterMethods: [] },
    verifyCodeTabConfig: { enabledLoginMethods: byCode ? ["email-code", "phone-code"] : [], validLoginMethods: byCode ? ["email-code", "phone-code"] : [], validRegisterMethods: [] },
    tabMethodsFields: PLACEHOLDERS,
    qrcodeTabsSettings: {},
    ssoPageComponentDisplay: { autoRegisterThenLoginHintInfo: false, forgetPasswordBtn: false, registerBtn: false, idpBtns: false, loginMethodNav: true, loginByPhoneCodeTab: byCode, loginByUserPasswordTab: true, userPasswordInput: true, wxMpScanTab: false, socialLoginBtns: false },
    registerDisabled: true,
    internationalSmsConfig: { enabled: false, defaultISOType: "CN" },
    agreementEnabled: false,
    agreements: [],
    socialConnections: [],
    identityProviders: [],
    ecConnections: [],
    corsWhitelist: [],
  };
}

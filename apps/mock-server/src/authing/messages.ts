import type { ErrorCode } from "@guard/contract";

/** Clients show the server's sentence as it is, so it comes in the language they ask for. */
export type Language = "zh" | "en";

type Sentence = Readonly<Record<Language, string>>;

const ERRORS: Readonly<Record<ErrorCode, Sentence>> = {
  invalid_credentials: { zh: "账号或密码错误", en: "The account or the password is wrong." },
  code_invalid: { zh: "验证码错误", en: "The code is wrong." },
  locked: { zh: "账号已锁定", en: "The account is locked." },
  closed: { zh: "多次验证失败，账号已锁定，请使用恢复代码或联系管理员", en: "The account is locked after too many failures. Use the recovery code or ask an administrator." },
  challenge_expired: { zh: "登录已失效，请重新登录", en: "This login is over. Please sign in again." },
  resend_too_soon: { zh: "发送过于频繁，请稍后再试", en: "A code was sent a moment ago. Please wait." },
  ip_code_limit: { zh: "当前网络发送验证码过多，请稍后再试", en: "Too many codes were asked for from this network." },
  recipient_limit: { zh: "该地址接收验证码过多，请稍后再试", en: "Too many codes were sent to this address." },
  rate_limited: { zh: "操作过于频繁，请稍后再试", en: "Too many tries. Please wait." },
  delivery_failed: { zh: "发送失败，请稍后再试", en: "The message could not be sent." },
  target_invalid: { zh: "邮箱或手机号格式不正确", en: "The address is not well-formed." },
  target_unavailable: { zh: "该邮箱或手机号无法使用", en: "The address can't be used." },
  bind_not_allowed: { zh: "本次登录不能绑定该验证方式", en: "Nothing can be bound in this login." },
  step_up_required: { zh: "请重新登录后再操作", en: "Please sign in again first." },
  factor_unavailable: { zh: "该验证方式不可用", en: "This factor can't be used here." },
  face_no_match: { zh: "人脸不匹配", en: "The face was not recognised." },
  image_invalid: { zh: "照片无法使用，请上传不超过 5 MB 且只含一张人脸的 JPEG 或 PNG", en: "The photo can't be used: JPEG or PNG with one face, at most 5 MB." },
  not_supported: { zh: "不支持该操作", en: "This server does not do that." },
  validation_failed: { zh: "请求参数不正确", en: "The request does not have the expected shape." },
  unauthorized: { zh: "尚未登录", en: "Nobody is signed in." },
  forbidden: { zh: "没有权限", en: "This is not allowed." },
  not_found: { zh: "应用或接口不存在", en: "There is no such application or route." },
  conflict: { zh: "当前状态下无法执行该操作", en: "The request does not fit the current state." },
  unavailable: { zh: "服务器繁忙，请稍后再试", en: "The server is busy." },
  network: { zh: "网络错误", en: "The network failed." },
  timeout: { zh: "请求超时", en: "The answer took too long." },
  unknown: { zh: "服务器错误", en: "Something went wrong on the server." },
};

const OWN = {
  mfa: { zh: "请进行二次认证", en: "A second factor is needed." },
  totp: { zh: "安全码错误，请重新输入", en: "The code of the authenticator app is wrong." },
  recovery: { zh: "恢复代码错误", en: "The recovery code is wrong." },
  sent: { zh: "发送成功", en: "Sent." },
  ok: { zh: "成功", en: "OK" },
} as const satisfies Record<string, Sentence>;

export type MessageKey = ErrorCode | keyof typeof OWN;

export const messageOf = (key: MessageKey, language: Language): string => (key in OWN ? OWN[key as keyof typeof OWN] : ERRORS[key as ErrorCode])[language];

/** `x-authing-lang`; what is not English is answered in Chinese, which is the clients' default. Pure. */
export const readLanguage = (header: string | null): Language => (header?.toLowerCase().startsWith("en") === true ? "en" : "zh");

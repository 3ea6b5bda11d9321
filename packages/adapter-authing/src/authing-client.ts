// Written down here and not imported: a page compiles without the SDK's own declarations, and a branded SDK fits as well.

/** What is used of an `AuthenticationClient` of authing-js-sdk 4.23. */
export interface AuthingClient {
  readonly options: { readonly appId: string };
  readonly baseClient: { readonly appHost: string };
  readonly httpClient: { request(config: RestCall): Promise<unknown> };
  readonly graphqlClient: { request(call: { query: string; variables?: object; token?: string }): Promise<unknown> };
  readonly tokenProvider: { getToken(): string | null; clearUser(): void };
  readonly mfa: AuthingMfa;
  setCurrentUser(user: object): void;
  loginByEmail(email: string, password: string): Promise<unknown>;
  loginByUsername(username: string, password: string): Promise<unknown>;
  loginByPhonePassword(phone: string, password: string): Promise<unknown>;
  loginByEmailCode(email: string, code: string): Promise<unknown>;
  loginByPhoneCode(phone: string, code: string, options?: { phoneCountryCode?: string }): Promise<unknown>;
  sendEmail(email: string, scene: string): Promise<unknown>;
  sendSmsCode(phone: string, phoneCountryCode?: string, scene?: string): Promise<unknown>;
}

/** The calls of `client.mfa`, with the SDK's spelling. */
export interface AuthingMfa {
  assosicateMfaAuthenticator(options: { authenticatorType: string; mfaToken?: string; source?: "SELF" | "APPLICATION" }): Promise<unknown>;
  verifyTotpMfa(options: { totp: string; mfaToken: string }): Promise<unknown>;
  verifyAppSmsMfa(options: { phone: string; code: string; mfaToken: string; phoneCountryCode?: string }): Promise<unknown>;
  verifyAppEmailMfa(options: { email: string; code: string; mfaToken: string }): Promise<unknown>;
  phoneOrEmailBindable(options: { phone?: string; email?: string; mfaToken: string }): Promise<unknown>;
  verifyFaceMfa(photo: string, mfaToken: string): Promise<unknown>;
}

/** A call through the SDK's own client, with its headers: for what its methods lose on the way. */
export interface RestCall {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly data?: object;
  readonly headers?: { authorization: string };
  /** The whole envelope is answered, and `onError` is not called. */
  readonly notHandleRes: true;
}

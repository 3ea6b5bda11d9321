import type { CallContext } from "@guard/contract";
import type { AuthingClient } from "../authing-client.ts";

/** A client whose calls do what a test says, and that remembers what it was made to keep. */
export function scriptedClient(calls: { readonly mfa?: Partial<AuthingClient["mfa"]> } & Partial<Omit<AuthingClient, "mfa">>) {
  const kept: { user?: object | undefined; token: string | null } = { token: null };
  const missing = (name: string) => () => Promise.reject(new Error(`The test did not expect ${name}.`));
  const client: AuthingClient = {
    options: { appId: "app1" },
    baseClient: { appHost: "https://pool.example" },
    httpClient: { request: missing("httpClient.request") },
    graphqlClient: { request: missing("graphqlClient.request") },
    tokenProvider: {
      getToken: () => kept.token,
      clearUser() {
        kept.user = undefined;
        kept.token = null;
      },
    },
    setCurrentUser(user) {
      kept.user = user;
      kept.token = (user as { token: string }).token;
    },
    loginByEmail: missing("loginByEmail"),
    loginByUsername: missing("loginByUsername"),
    loginByPhonePassword: missing("loginByPhonePassword"),
    loginByEmailCode: missing("loginByEmailCode"),
    loginByPhoneCode: missing("loginByPhoneCode"),
    sendEmail: missing("sendEmail"),
    sendSmsCode: missing("sendSmsCode"),
    ...calls,
    mfa: {
      assosicateMfaAuthenticator: missing("assosicateMfaAuthenticator"),
      verifyTotpMfa: missing("verifyTotpMfa"),
      verifyAppSmsMfa: missing("verifyAppSmsMfa"),
      verifyAppEmailMfa: missing("verifyAppEmailMfa"),
      phoneOrEmailBindable: missing("phoneOrEmailBindable"),
      verifyFaceMfa: missing("verifyFaceMfa"),
      ...calls.mfa,
    },
  };
  return { client, kept };
}

let calls = 0;
export const attempt = (signal = new AbortController().signal): CallContext => ({ signal, key: `scripted-${(calls += 1)}` });

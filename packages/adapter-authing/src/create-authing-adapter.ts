import type { Capabilities, GuardAdapter } from "@guard/contract";
import type { AuthingClient } from "./authing-client.ts";
import { binding } from "./bind.ts";
import { authingCapabilities } from "./capabilities.ts";
import { createServerClock } from "./clock.ts";
import { createDeliveries } from "./deliveries.ts";
import { face } from "./face.ts";
import type { Link } from "./link.ts";
import { notSupported } from "./not-supported.ts";
import { createOpenLogins } from "./open-logins.ts";
import { verifyRecoveryCode } from "./recovery.ts";
import { sessionCalls } from "./session-calls.ts";
import { settings } from "./settings.ts";
import { signInCode } from "./sign-in-code.ts";
import { signIn } from "./sign-in.ts";
import { totpEnrolment } from "./totp.ts";
import { sendCode, verifyCode } from "./verify-code.ts";

export interface AuthingAdapterOptions {
  /** An `AuthenticationClient` of authing-js-sdk, with `appId` and `appHost`. `<Guard app>` is its `appId`. */
  readonly client: AuthingClient;
  /** How long an answer is waited for, in milliseconds. Default 10,000 (C-08). The SDK's own patience, `timeout`, is 30 s. */
  readonly timeoutMs?: number;
  /** What the backend can do, where that is less than the protocol can say. Default: `authingCapabilities`. */
  readonly capabilities?: Capabilities;
  /** Hears of what goes wrong and costs nobody a login: the client's storage was full, and it remembers no session. */
  readonly onFault?: (fault: unknown) => void;
}

/**
 * An adapter for a backend that speaks Authing's protocol, through the SDK that the host made.
 *
 * No call throws or rejects. A completed login is kept by the client, as after its own logins: `getCurrentUser()` and
 * `checkLoggedIn()` go on to work. Codes have six digits here, so the application's `verifyCodeLength` has to be 6.
 */
export function createAuthingAdapter({ client, timeoutMs = 10_000, capabilities = authingCapabilities, onFault = () => {} }: AuthingAdapterOptions): GuardAdapter {
  const clock = createServerClock();
  const link: Link = { client, timeoutMs, onFault, clock, logins: createOpenLogins(clock), deliveries: createDeliveries(clock) };
  return {
    capabilities,
    ...notSupported(clock),
    settings: settings(link),
    signIn: signIn(link),
    ...signInCode(link),
    sendCode: sendCode(link),
    ...binding(link),
    verifyCode: verifyCode(link),
    ...totpEnrolment(link),
    verifyRecoveryCode: verifyRecoveryCode(link),
    ...face(link),
    ...sessionCalls(link),
  };
}

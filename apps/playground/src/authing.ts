import { createAuthingAdapter } from "@guard/adapter-authing";
import type { GuardAdapter } from "@guard/contract";
import { AuthenticationClient } from "authing-js-sdk";

/** What a team writes that has Authing's SDK in its page. */
export const connect = (server: string, app: string): GuardAdapter => createAuthingAdapter({ client: new AuthenticationClient({ appId: app, appHost: server }) });

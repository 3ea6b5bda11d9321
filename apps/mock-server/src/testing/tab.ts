import type { Operation } from "@guard/contract";
import { DEMO_PASSWORD } from "../development/data.ts";
import { mailedCode } from "./login.ts";
import type { Answer, Rig } from "./rig.ts";

/** The headers of a call from the server's own page. */
export const OWN = { origin: "http://localhost" };

/** A browser's tab: keeps the cookie it is given and sends it with each call. */
export function openTab(of: Rig, cookie?: string) {
  let kept = cookie;
  const set: string[] = [];
  const call = async (operation: Operation, input: object = {}, headers: Record<string, string> = OWN, key?: string): Promise<Answer> => {
    const sent = { "guard-tokens": "cookie", ...(kept === undefined ? {} : { cookie: `theme=dark; ${kept}` }), ...headers };
    const answer = await of.call(operation, input, { headers: sent, ...(key === undefined ? {} : { key }) });
    const header = answer.headers.get("set-cookie");
    if (header !== null) set.push(header);
    if (header !== null) kept = header.includes("Max-Age=0") ? undefined : header.split(";")[0];
    return answer;
  };
  const signIn = (identifier = "email-user", app = "demo-email") => call("signIn", { app, identifier, password: DEMO_PASSWORD });
  const signInFully = async () => {
    await signIn();
    await call("sendCode", { factor: "email", trigger: "auto" });
    return call("verifyCode", { factor: "email", code: mailedCode(of) });
  };
  return { call, signIn, signInFully, set, cookie: () => kept, token: () => kept?.split("=")[1] ?? "" };
}

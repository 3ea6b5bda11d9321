import type { Operation } from "@guard/contract";
import { DEMO_PASSWORD } from "../development/data.ts";
import { mailedCode } from "./login.ts";
import type { Answer, Rig } from "./rig.ts";

/** The headers of a call from the server's own page. */
export const OWN = { origin: "http://localhost" };

/** A browser's tab: keeps the cookies it is given and sends them with each call. */
export function openTab(of: Rig, cookie?: string) {
  const jar = new Map(cookie === undefined ? [] : [[nameOf(cookie), cookie]]);
  const set: string[] = [];
  const keep = (header: string) => {
    const pair = header.split(";")[0] ?? "";
    set.push(header);
    if (header.includes("Max-Age=0")) jar.delete(nameOf(pair));
    else jar.set(nameOf(pair), pair);
  };
  const call = async (operation: Operation, input: object = {}, headers: Record<string, string> = OWN, key?: string): Promise<Answer> => {
    const sent = { "guard-tokens": "cookie", ...(jar.size === 0 ? {} : { cookie: `theme=dark; ${[...jar.values()].join("; ")}` }), ...headers };
    const answer = await of.call(operation, input, { headers: sent, ...(key === undefined ? {} : { key }) });
    for (const header of answer.headers.getSetCookie()) keep(header);
    return answer;
  };
  const signIn = (identifier = "email-user", app = "demo-email") => call("signIn", { app, identifier, password: DEMO_PASSWORD });
  const signInFully = async () => {
    await signIn();
    await call("sendCode", { factor: "email", trigger: "auto" });
    return call("verifyCode", { factor: "email", code: mailedCode(of) });
  };
  /** The session's or the challenge's cookie, not the device's. */
  const own = () => [...jar].find(([name]) => !name.endsWith("-device"))?.[1];
  return { call, signIn, signInFully, set, jar, cookie: own, token: () => own()?.split("=")[1] ?? "" };
}

const nameOf = (pair: string): string => pair.split("=")[0] ?? "";

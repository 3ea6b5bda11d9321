import { fail, succeed, type Call, type CallContext, type Factor, type Settings } from "@guard/contract";
import * as v from "valibot";
import { failure } from "./ask.ts";
import type { Link } from "./link.ts";
import { callRest, type Enveloped } from "./rest.ts";

const list = v.fallback(v.array(v.string()), []);

/** As much of what Guard 5 asks for as a first form has use for. */
const PublicConfig = v.object({
  name: v.string(),
  logo: v.fallback(v.optional(v.string()), undefined),
  loginTabs: v.fallback(v.object({ list }), { list: [] }),
  verifyCodeTabConfig: v.fallback(v.object({ enabledLoginMethods: list }), { enabledLoginMethods: [] }),
});

/** Authing does not tell them before the password. */
const NO_FACTORS: Factor[] = [];

/** Settings of the first form (law 12): Authing's public configuration, for which the SDK has no call. */
export const settings =
  (link: Link): Call<"settings"> =>
  async ({ app }, context) => {
    const answer = await readConfig(link, context, app);
    if (!answer.ok) return failure(link, answer.refusal);
    const now = link.clock.now();
    const { output, success } = v.safeParse(PublicConfig, answer.value.data);
    return success ? succeed(settingsOf(app, output, now)) : fail({ code: "unknown", raw: "malformed" }, now);
  };

/** It tells the server's clock too, where the server is ours. */
async function readConfig(link: Link, context: CallContext, app: string): Promise<Enveloped> {
  const answer = await callRest(link, context, "GET", `/api/v2/applications/${encodeURIComponent(app)}/public-config`);
  if (answer.ok) link.clock.learn(answer.value.data);
  return answer;
}

/** Before a deadline is shown that the answer does not bring: one by this machine's clock would be wrong as soon as another answer tells the server's. */
export async function hearTime(link: Link, context: CallContext): Promise<void> {
  if (!link.clock.isTold()) await readConfig(link, context, link.client.options.appId);
}

function settingsOf(app: string, { name, logo, loginTabs, verifyCodeTabConfig }: v.InferOutput<typeof PublicConfig>, now: number): Settings {
  const byCode = loginTabs.list.includes("phone-code") || verifyCodeTabConfig.enabledLoginMethods.length > 0;
  return {
    app,
    name,
    factors: NO_FACTORS,
    identifiers: ["username", "email", "phone"],
    signInMethods: byCode ? ["password", "code"] : ["password"],
    codeLength: 6,
    resendSeconds: 60,
    branding: logo === undefined ? {} : { logoUrl: logo },
    links: {},
    now,
  };
}

import { fail, succeed } from "@guard/contract";
import * as v from "valibot";
import { ask, failure } from "./ask.ts";
import { forgetToken } from "./client-memory.ts";
import type { Link } from "./link.ts";
import type { Operations } from "./operations.ts";
import { callRest } from "./rest.ts";
import { AuthingUser, sessionOf } from "./session.ts";

const WHO = "query user { user { id username email phone phoneCountryCode token tokenExpiredAt lastLogin } }";

/** The session. The SDK's own calls speak only for the token it has kept, and say nothing of why they fail. */
export const sessionCalls = (link: Link): Operations<"session" | "signOut"> => ({
  async session({ token }, context) {
    const answer = await ask(link, context, () => link.client.graphqlClient.request({ query: WHO, token }));
    if (!answer.ok) return failure(link, answer.refusal);
    const now = link.clock.now();
    const { output, success } = v.safeParse(v.object({ user: AuthingUser }), withToken(answer.value, token));
    // What nothing tells is not claimed: no proof, and one that is as old as time.
    const session = success ? sessionOf(output.user, { app: link.client.options.appId, authTime: 0, amr: [] }) : undefined;
    return session === undefined ? fail({ code: "unknown", raw: "malformed" }, now) : succeed({ session, now });
  },

  async signOut({ token }, context) {
    const { client, clock } = link;
    const answer = await callRest(link, context, "GET", `/api/v2/logout?app_id=${encodeURIComponent(client.options.appId)}`, token);
    if (!answer.ok) return failure(link, answer.refusal);
    forgetToken(link, token);
    return succeed({ now: clock.now() });
  },
});

const Who = v.object({ user: v.looseObject({ token: v.nullish(v.string()) }) });

/** Not every server repeats the token it was asked with. */
function withToken(value: unknown, token: string): unknown {
  const { output, success } = v.safeParse(Who, value);
  return success ? { user: { ...output.user, token: output.user.token ?? token } } : value;
}

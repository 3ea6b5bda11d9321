import { fail, type Call } from "@guard/contract";
import { ask } from "./ask.ts";
import type { AuthingClient } from "./authing-client.ts";
import { withoutMemory } from "./client-memory.ts";
import { complete, forgetLate } from "./complete.ts";
import type { Link } from "./link.ts";
import { asOneText, readPhone } from "./phone.ts";

/** A password (R1). The application is the client's own; of another one it can't speak. */
export const signIn =
  (link: Link): Call<"signIn"> =>
  async ({ app, identifier, password }, context) => {
    if (app !== link.client.options.appId) return fail({ code: "not_found" }, link.clock.now());
    const answer = await ask(link, context, () => logIn(withoutMemory(link.client), identifier.normalize("NFKC").trim(), password), forgetLate(link));
    return complete(link, answer, { began: "pwd", proven: [] });
  };

/** "@" makes an e-mail, a leading "+" or "00" a phone, everything else a username. */
function logIn(client: AuthingClient, identifier: string, password: string): Promise<unknown> {
  if (identifier.includes("@")) return client.loginByEmail(identifier, password);
  const phone = readPhone(identifier);
  return phone === undefined ? client.loginByUsername(identifier, password) : client.loginByPhonePassword(asOneText(phone), password);
}

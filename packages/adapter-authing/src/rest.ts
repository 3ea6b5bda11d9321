import type { CallContext } from "@guard/contract";
import * as v from "valibot";
import { ask, hear, type Answer } from "./ask.ts";
import type { RestCall } from "./authing-client.ts";
import type { Link } from "./link.ts";

/** An answer as a whole: the SDK's methods let go of what stands beside `data`. */
export const Envelope = v.object({ code: v.number(), data: v.optional(v.unknown()), recoveryCode: v.optional(v.string()) });
export type Envelope = v.InferOutput<typeof Envelope>;

export type Enveloped = { readonly ok: true; readonly value: Envelope } | Extract<Answer, { ok: false }>;

/** A call through the SDK's own client, for what its methods lose. With `token` in the place of the one the SDK has kept. */
export async function callRest(link: Link, context: CallContext, method: RestCall["method"], path: string, token?: string, data?: object): Promise<Enveloped> {
  const url = link.client.baseClient.appHost + path;
  const headers = token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } };
  const answer = await ask(link, context, () => link.client.httpClient.request({ method, url, ...headers, ...(data && { data }), notHandleRes: true }));
  return answer.ok ? hear(link, readEnvelope(answer.value)) : answer;
}

/** A business error travels with HTTP 200, so the code in the envelope decides. Pure. */
export function readEnvelope(value: unknown): Enveloped {
  const { output, success } = v.safeParse(Envelope, value);
  if (!success) return { ok: false, refusal: { by: "sdk", raw: "malformed" } };
  return output.code === 200 ? { ok: true, value: output } : { ok: false, refusal: { by: "server", code: output.code, data: output.data } };
}

import * as v from "valibot";

/** Why a call of the SDK was rejected. */
export type Refusal =
  /** The server said no, with a number of Authing's. */
  | { readonly by: "server"; readonly code: number; readonly data: unknown }
  /** Something between, that knows HTTP and nothing of Authing. */
  | { readonly by: "gateway"; readonly status: number }
  | { readonly by: "network" }
  | { readonly by: "timeout" }
  /** Not an answer at all: a missing key, a handler of the host's that threw something else, a bug. */
  | { readonly by: "sdk"; readonly raw: string };

const Business = v.object({ code: v.number(), data: v.optional(v.unknown()) });
const Http = v.object({ response: v.object({ status: v.number(), data: v.optional(v.unknown()) }) });
const Failed = v.object({ message: v.string() });

/**
 * Reads what the SDK rejected with. It has a shape for REST and one for GraphQL, others where the host named an `onError`,
 * axios' own where the status is no 2xx, and the bare value `false` where a password could not be encrypted.
 */
export function readRejection(reason: unknown): Refusal {
  if (reason === false) return { by: "sdk", raw: "not_encrypted" };
  return readBusiness(reason) ?? readHttp(reason) ?? readTransport(reason) ?? { by: "sdk", raw: "sdk" };
}

function readBusiness(reason: unknown): Refusal | undefined {
  const { output, success } = v.safeParse(Business, reason instanceof Error ? readJson(reason.message) : reason);
  return success ? { by: "server", code: output.code, data: output.data } : undefined;
}

/** With a host's `onError` that returns, REST puts the whole refusal into an error's message. */
function readJson(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A server that says no by the status, too, says why in the body, which only axios' own error still holds. */
function readHttp(reason: unknown): Refusal | undefined {
  const { output, success } = v.safeParse(Http, reason);
  if (!success) return undefined;
  const { status, data } = output.response;
  return readBusiness(data) ?? { by: "gateway", status };
}

/** GraphQL keeps axios' sentence and nothing else. */
function readTransport(reason: unknown): Refusal | undefined {
  const { output, success } = v.safeParse(Failed, reason);
  if (!success) return undefined;
  const status = /status code (\d{3})$/.exec(output.message)?.[1];
  if (status !== undefined) return { by: "gateway", status: Number(status) };
  if (/^timeout of /.test(output.message)) return { by: "timeout" };
  return /^(Network Error$|connect |socket |getaddrinfo |read )/.test(output.message) ? { by: "network" } : undefined;
}

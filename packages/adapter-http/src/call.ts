import { fail, type CallContext, type Endpoint, type Result } from "@guard/contract";
import { buildRequest, type CallInput } from "./build-request.ts";
import { startDeadline } from "./deadline.ts";
import { readAnswer } from "./read-answer.ts";
import type { ServerClock } from "./server-clock.ts";

/** `bearer`: in the answers, and back as `Authorization`. `cookie`: where no script can read them. */
export type TokenTravel = "bearer" | "cookie";

/** What every call of one adapter shares. */
export interface Transport {
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly timeoutMs: number;
  readonly credentials: RequestCredentials;
  readonly tokens: TokenTravel;
  readonly clock: ServerClock;
}

/** The one call all operations are made of. */
export function createCall(transport: Transport, endpoint: Endpoint) {
  return async (input: CallInput, context: CallContext): Promise<Result<unknown>> => {
    if (context.signal.aborted) return fail({ code: "unknown", raw: "aborted" });
    const deadline = startDeadline(context.signal, transport.timeoutMs);
    try {
      // A fetch may ignore its signal (an in-page server does), so the wait ends by the deadline and not by fetch.
      return await Promise.race([exchange(transport, endpoint, input, context.key, deadline.signal), deadline.over]);
    } finally {
      deadline.clear();
    }
  };
}

async function exchange(transport: Transport, endpoint: Endpoint, input: CallInput, key: string, signal: AbortSignal): Promise<Result<unknown>> {
  let request: Request;
  try {
    request = buildRequest(transport, endpoint, input, { key, signal });
  } catch {
    return fail({ code: "unknown", raw: "bad_request" });
  }
  try {
    return await readAnswer(await transport.fetch(request), endpoint, transport.clock);
  } catch {
    // fetch and the body's stream reject for one reason: the connection is not there, or is no longer.
    return fail({ code: "network" });
  }
}

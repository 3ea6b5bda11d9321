import type { Domain } from "../domain.ts";
import type { RsaDecrypter } from "../ports.ts";
import type { Call } from "./call.ts";
import { envelope } from "./envelope.ts";
import { refuse, refuseFault } from "./outcome.ts";
import { createPasswordReader } from "./password.ts";
import { readCall } from "./read-call.ts";
import { findRoute } from "./routes.ts";

// Room: mock-server/authing. Authing's protocol in front of the same domain functions as /api/v1: no rule of its own, no second way to a session.

type Answer = (request: Request, socket: string | undefined) => Promise<Response>;

/** Answers the calls of Authing's clients. */
export function openRoom(domain: Domain, rsa: RsaDecrypter): Answer {
  const passwords = createPasswordReader(domain, rsa);
  return async (request, socket) => {
    const call: Call = { ...readCall(domain, request, socket), passwords };
    try {
      return await answer(call);
    } catch (fault) {
      return envelope(refuseFault(fault, domain), call);
    }
  };
}

async function answer(call: Call): Promise<Response> {
  const { request, domain } = call;
  const route = findRoute(request.method, new URL(request.url).pathname);
  return route === undefined ? envelope(refuse({ code: "not_found" }, domain.clock.now()), call) : route.answer(call);
}

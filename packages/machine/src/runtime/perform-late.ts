import type { CallContext } from "@guard/contract";
import type { Answer, Effect } from "../flow/index.ts";
import { loadedFlow, loadFlow } from "./load-flow.ts";
import type { Login } from "./perform.ts";
import { unanswered } from "./unanswered.ts";

/** Performs an effect, at once when the flow is there. Never rejects: without the chunk there is no way to the server, so it answers `network`. */
export function performLate(login: () => Login, effect: Effect, context: CallContext): Promise<Answer> {
  const flow = loadedFlow();
  if (flow) return flow.perform(login(), effect, context);
  return loadFlow().then(
    // Who went back meanwhile has sent nothing.
    ({ perform }) => (context.signal.aborted ? unanswered(effect, "timeout") : perform(login(), effect, context)),
    (fault: unknown) => {
      login().onFault?.(fault);
      return unanswered(effect, "network");
    },
  );
}

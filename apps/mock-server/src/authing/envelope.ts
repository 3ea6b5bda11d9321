import type { Call } from "./call.ts";
import { messageOf } from "./messages.ts";
import type { Outcome, Refusal } from "./outcome.ts";

/** REST's envelope: old clients read `code`, newer ones `statusCode` and `apiCode`, so it carries all three. */
export function envelope(outcome: Outcome, { language, isGuard }: Pick<Call, "language" | "isGuard">): Response {
  if (!outcome.ok) return Response.json({ ...refusalBody(outcome.refusal, language), ...outcome.refusal.beside });
  const { data, beside, endsLogin } = outcome;
  // What ends a login is another view to Guard.
  if (isGuard && endsLogin === true) return Response.json({ code: 200, statusCode: 302, apiCode: 1600, message: messageOf("ok", language), data: { user: data }, ...beside });
  return Response.json({ code: 200, statusCode: 200, message: messageOf("ok", language), data, ...beside });
}

/** The body of a business error. Pure. */
export function refusalBody({ code, statusCode, message, data = {} }: Refusal, language: Call["language"]): object {
  return { code, statusCode, apiCode: code, message: messageOf(message, language), data };
}

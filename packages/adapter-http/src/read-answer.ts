import { fail, Problem, RetryCode, succeed, Time, toGuardError, type Endpoint, type GuardError, type Result } from "@guard/contract";
import * as v from "valibot";
import { hideUnknownFactors } from "./known-factors.ts";
import { readBody } from "./read-body.ts";
import type { ServerClock } from "./server-clock.ts";

const Clocked = v.object({ now: Time });

/** Turns a response into a result. Success needs a 2xx, JSON by its type, and the endpoint's schema. */
export async function readAnswer(response: Response, endpoint: Endpoint, clock: ServerClock): Promise<Result<unknown>> {
  const answer = await readJson(response);
  const clocked = v.safeParse(Clocked, answer);
  if (clocked.success) clock.learn(clocked.output.now);
  if (!response.ok) return readProblem(response, answer, clock);
  const parsed = v.safeParse(endpoint.response, hideUnknownFactors(answer));
  return parsed.success ? succeed(parsed.output) : fail({ code: "unknown", raw: "malformed" });
}

/** The JSON of the body, or undefined: HTML, nothing, a broken text and one that is too long are all no answer. */
async function readJson(response: Response): Promise<unknown> {
  if (!isJson(response)) {
    await response.body?.cancel();
    return undefined;
  }
  const text = await readBody(response);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isJson(response: Response): boolean {
  const type = response.headers.get("Content-Type")?.split(";", 1)[0]?.trim().toLowerCase();
  return type === "application/json" || (!response.ok && type === "application/problem+json");
}

function readProblem(response: Response, answer: unknown, clock: ServerClock): Result<never> {
  const problem = v.safeParse(Problem, answer);
  if (!problem.success) return withRetryTime(statusError(response.status), undefined, response, clock);
  return withRetryTime(toGuardError(problem.output), problem.output.now, response, clock);
}

/** What a status alone says, when a gateway answered in the server's place. */
function statusError(status: number): GuardError {
  if (status === 429) return { code: "rate_limited" };
  if (status === 502 || status === 503 || status === 504) return { code: "unavailable" };
  return { code: "unknown", raw: `http_${status}` };
}

/** Fills a missing `retryAt` from Retry-After in seconds, where CORS lets it be read. */
function withRetryTime(error: GuardError, now: number | undefined, response: Response, clock: ServerClock): Result<never> {
  const seconds = response.headers.get("Retry-After");
  const waits = v.is(RetryCode, error.code) && !("retryAt" in error);
  if (!waits || seconds === null || !/^\d{1,6}$/.test(seconds)) return fail(error, now);
  const at = now ?? clock.now();
  return fail({ ...error, retryAt: at + Number(seconds) * 1000 } as GuardError, at);
}

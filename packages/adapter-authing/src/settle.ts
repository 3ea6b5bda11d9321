import { fail, type ChallengeFactor, type Completion, type Result } from "@guard/contract";
import type { Answer } from "./ask.ts";
import { complete } from "./complete.ts";
import type { Link } from "./link.ts";
import type { OpenLogin } from "./open-logins.ts";

/** A call in a login that waits. One that this page knows nothing of, as after a reload, is over (law 8). */
export async function inLogin<T>({ clock, logins }: Link, token: string, run: (login: OpenLogin) => Promise<Result<T>>): Promise<Result<T>> {
  const login = logins.find(token);
  return login === undefined ? fail({ code: "challenge_expired" }, clock.now()) : run(login);
}

/** What a factor's answer leads to. A login that went on is over under its old token, and the code that was sent is used. */
export function settle(link: Link, login: OpenLogin, factor: ChallengeFactor, answer: Answer, recoveryCode?: string): Result<Completion> {
  const result = complete(link, answer, { began: login.began, proven: [...login.proven, factor], recoveryCode });
  if (!result.ok) return result;
  const next = result.value.status === "challenge" ? result.value.challenge.token : undefined;
  if (next !== login.challenge.token) link.logins.forget(login.challenge.token);
  const target = factor === "email" || factor === "sms" ? login.targets.get(factor) : undefined;
  if (target !== undefined) link.deliveries.forget("mfa", target);
  return result;
}

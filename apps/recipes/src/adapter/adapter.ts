import { endpoints, fail, succeed, type Completion, type GuardAdapter, type Operation, type Result } from "@guard/contract";

/** What this backend answers: a session, or a code that it has sent. */
type Answer = { now: number } & ({ session: { token: string; user: string; expiresAt: number } } | { pending: string; sentTo: string; until: number } | { error: "invalid_credentials" | "code_invalid" });

const minute = 60_000;

/** Our words for its answer. */
function completionOf(answer: Answer): Result<Completion> {
  const { now } = answer;
  if ("error" in answer) return fail({ code: answer.error }, now);
  if ("session" in answer) {
    const { token, user, expiresAt } = answer.session;
    return succeed({ status: "done", now, session: { token, expiresAt, app: "shop", authTime: now, amr: ["pwd", "otp", "mfa"], user: { id: user, username: user } } });
  }
  const { pending, sentTo, until } = answer;
  const email = { factor: "email", bound: true, sentTo, resendAt: now + minute, expiresAt: until } as const;
  return succeed({ status: "challenge", now, challenge: { token: pending, expiresAt: until, need: "verify", factor: "email", factors: [email], now } });
}

/** A login of your own behind `<Guard>`: two calls, and a plain no to whatever it can't do. */
export function createShopAdapter(baseUrl: string, fetch = globalThis.fetch): GuardAdapter {
  const post = async (path: string, body: object, signal: AbortSignal): Promise<Result<Completion>> => {
    try {
      const response = await fetch(baseUrl + path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });
      return completionOf((await response.json()) as Answer);
    } catch {
      return fail({ code: "network" });
    }
  };
  const no = () => Promise.resolve(fail({ code: "not_supported" }));
  const others = Object.fromEntries(Object.keys(endpoints).map((operation) => [operation, no])) as Record<Operation, typeof no>;
  return {
    ...others,
    capabilities: { verify: ["email"], bind: [], resume: false, signInCode: false, recovery: false, trustedDevice: false, account: false, idempotent: false, abortable: true },
    signIn: ({ identifier, password }, { signal }) => post("/login", { name: identifier, password }, signal),
    verifyCode: ({ token, code }, { signal }) => post("/login/code", { pending: token, code }, signal),
  };
}

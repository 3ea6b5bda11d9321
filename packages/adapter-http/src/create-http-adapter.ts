import { fail, type Call, type Capabilities, type GuardAdapter, type Operation } from "@guard/contract";
import type { TokenTravel, Transport } from "./call.ts";
import { httpCapabilities } from "./capabilities.ts";
import type { AnyCall } from "./calls.ts";
import { operationNames } from "./operation-names.ts";
import { createServerClock } from "./server-clock.ts";

export interface HttpAdapterOptions {
  /** Where the server stands, without `/api/v1`: `https://login.example.com`. Empty: the page's own origin. */
  readonly baseUrl: string;
  /** Takes a `Request`, answers a `Response`. Default: the platform's `fetch`. A server's `app.fetch` fits too. */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
  /** How long a call may take, body included, in milliseconds. Default 10,000 (C-08). */
  readonly timeoutMs?: number;
  /** What the backend can do; what it can't the UI does not offer. Default: what the reference server can do. */
  readonly capabilities?: Capabilities;
  /**
   * How tokens travel. Default `bearer`: in answers and as `Authorization: Bearer`, which works across sites.
   * `cookie`, for a server on the page's own site: in an HttpOnly cookie that no script can read. Every `token` in an
   * answer, `onSuccess`'s included, is then the text `in-cookie`, which opens nothing (docs/recipes/cookie.md).
   */
  readonly tokens?: TokenTravel;
  /** Whether cookies travel. Default `omit`, and `include` where tokens travel in one. */
  readonly credentials?: RequestCredentials;
}

/**
 * An adapter for a server that speaks Guard's HTTP contract.
 *
 * No call throws or rejects. No connection answers `network`, no answer in time `timeout`, a gateway without a server
 * behind it `unavailable`, and anything that is not the contract's JSON `unknown`. A call its caller aborted answers
 * `{ code: "unknown", raw: "aborted" }`, which the runtime ignores (law 3).
 */
export function createHttpAdapter(options: HttpAdapterOptions): GuardAdapter {
  const tokens = options.tokens ?? "bearer";
  const transport: Transport = {
    baseUrl: options.baseUrl,
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    timeoutMs: options.timeoutMs ?? 10_000,
    credentials: options.credentials ?? (tokens === "cookie" ? "include" : "omit"),
    tokens,
    clock: createServerClock(),
  };
  const calls = loadCalls(transport);
  // Neither now, when it would compete with the page's first form, nor at the first call, which would wait for it.
  whenIdle(() => void calls("settings"));
  const operations: object = Object.fromEntries(operationNames.map((name) => [name, lateCall(() => calls(name))]));
  // The names are walked at run time, so the compiler can't see that each got its call; a contract test does.
  return { capabilities: options.capabilities ?? httpCapabilities, ...(operations as { readonly [Op in Operation]: Call<Op> }) };
}

/** At once where there is no such callback: in Safari, and on a server, which has no first form to hurry for. */
const whenIdle = (work: () => void): unknown => (typeof requestIdleCallback === "function" ? requestIdleCallback(work) : work());

type FindCall = (name: Operation) => Promise<AnyCall | undefined>;

/** The endpoints table and all that speaks it is a chunk of its own. A chunk that was lost on the way is asked for again at the next call. */
function loadCalls(transport: Transport): FindCall {
  let loading: Promise<{ readonly [name: string]: AnyCall }> | undefined;
  return async (name) => {
    loading ??= import("./calls.ts").then(({ createCalls }) => createCalls(transport));
    try {
      return (await loading)[name];
    } catch {
      loading = undefined;
      return undefined;
    }
  };
}

const lateCall =
  (find: () => Promise<AnyCall | undefined>): AnyCall =>
  async (input, context) =>
    (await find())?.(input, context) ?? fail({ code: "network" });

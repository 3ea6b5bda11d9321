import { endpoints, type CallContext, type GuardAdapter, type Operation, type Result } from "@guard/contract";

type AnyCall = (input: Readonly<Record<string, unknown>>, context: CallContext) => Promise<Result<unknown>>;

/** One adapter for many applications, as the suite wants one: a client of Authing's speaks for a single application. */
export function byApplication(make: (app: string) => GuardAdapter, first: string): GuardAdapter {
  const adapters = new Map<string, GuardAdapter>();
  const owners = new Map<string, string>();
  const adapterOf = (app: string): GuardAdapter => {
    const adapter = adapters.get(app) ?? make(app);
    adapters.set(app, adapter);
    return adapter;
  };
  const route = (operation: Operation): AnyCall => async (input, context) => {
    const app = typeof input["app"] === "string" ? input["app"] : (owners.get(String(input["token"])) ?? first);
    const result = await (adapterOf(app)[operation] as AnyCall)(input, context);
    for (const token of JSON.stringify(result).matchAll(/"token":"([^"]+)"/g)) owners.set(token[1] ?? "", app);
    return result;
  };
  const operations: object = Object.fromEntries(Object.keys(endpoints).map((name) => [name, route(name as Operation)]));
  return { capabilities: adapterOf(first).capabilities, ...(operations as Omit<GuardAdapter, "capabilities">) };
}

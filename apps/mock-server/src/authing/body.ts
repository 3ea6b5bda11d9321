import * as v from "valibot";
import { readJson } from "../http/request-body.ts";
import type { Call } from "./call.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** The body in its route's shape. Clients send more than they need to, so what is not asked for is left out and not refused. */
export async function readBody<S extends v.GenericSchema>({ request, domain }: Call, schema: S): Promise<Outcome<v.InferOutput<S>>> {
  const body = await readJson(request);
  const parsed = v.safeParse(schema, body.ok ? body.value : undefined, { abortEarly: true });
  return parsed.success ? done(parsed.output) : refuse({ code: "validation_failed" }, domain.clock.now());
}

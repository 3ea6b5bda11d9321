import type { Endpoint, Operation } from "@guard/contract";
import * as v from "valibot";
import { foldCode } from "../text/fold.ts";
import { isTame, readImage, readJson } from "./request-body.ts";
import type { Body } from "./request-body.ts";

/** What a call was given, parsed by the contract's schema; or why it is refused. */
export type ParsedInput = { readonly ok: true; readonly input: object } | { readonly ok: false; readonly status: 400 | 413 | 415 | 422; readonly code: "validation_failed" | "image_invalid" };

export interface RawInput {
  readonly request: Request;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
}

/** A POST carries JSON or an image; GET and DELETE carry their input in the query and the path. */
export async function parseInput(operation: Operation, endpoint: Endpoint, raw: RawInput): Promise<ParsedInput> {
  if (endpoint.body === "image") return parseImage(raw.request);
  if (endpoint.request === undefined) return { ok: true, input: {} };
  const body = endpoint.method === "POST" ? await readJson(raw.request) : readUrl(raw);
  if (!body.ok) return { ...body, code: "validation_failed" };
  const parsed = v.safeParse(endpoint.request, foldTyped(operation, body.value), { abortEarly: true });
  return parsed.success ? { ok: true, input: parsed.output } : { ok: false, status: 422, code: "validation_failed" };
}

/** A picture that is too big is one that somebody took, and can take smaller. */
async function parseImage(request: Request): Promise<ParsedInput> {
  const body = await readImage(request);
  if (body.ok) return { ok: true, input: body.value };
  return { ...body, code: body.status === 413 ? "image_invalid" : "validation_failed" };
}

function readUrl({ query, params }: RawInput): Body {
  const value = { ...query, ...params };
  return isTame(value) ? { ok: true, value } : { ok: false, status: 422 };
}

/** Codes are folded before they are judged (S-57); a recovery code has letters and is folded by its own rule (R15). */
function foldTyped(operation: Operation, value: unknown): unknown {
  if (operation === "verifyRecoveryCode" || !hasCode(value)) return value;
  return { ...value, code: foldCode(value.code) };
}

const hasCode = (value: unknown): value is { readonly code: string } =>
  typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";

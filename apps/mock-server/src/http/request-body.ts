import { join } from "../factors/face/bytes.ts";
import { MAX_PICTURE_BYTES } from "../factors/face/picture.ts";
import type { ImageRequest } from "../factors/face/picture.ts";

/** Body limits (S-57): bytes, and levels of nesting. */
const MAX_BYTES = 16 * 1024;
const MAX_DEPTH = 8;
const POLLUTING = new Set(["__proto__", "constructor", "prototype"]);

/** A body, or the status that says why there is none. */
export type Body<T = unknown> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly status: 400 | 413 | 415 | 422 };

/** Reads JSON within the limits, from a request whose headers may lie about its length. */
export async function readJson(request: Request): Promise<Body> {
  if (!isJson(request.headers.get("content-type"))) return { ok: false, status: 415 };
  const text = await readText(request);
  if (text === undefined) return { ok: false, status: 413 };
  const value = parse(text);
  if (value === undefined) return { ok: false, status: 400 };
  return isTame(value) ? { ok: true, value } : { ok: false, status: 422 };
}

const isJson = (contentType: string | null): boolean => /^application\/json\s*(;|$)/i.test(contentType ?? "");

async function readText(request: Request): Promise<string | undefined> {
  const announced = request.headers.get("content-length");
  if (Number(announced ?? 0) > MAX_BYTES) return undefined;
  // HTTP ends the body where it was announced to end, so that it needs no stream, which costs as much as the rest of the call.
  if (announced !== null) return withinLimit(await request.text());
  const bytes = await readBytes(request, MAX_BYTES);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** An image's bytes within their own limit (S-56); what it is shows in them, not in the header. */
export async function readImage(request: Request): Promise<Body<ImageRequest>> {
  if (!/^image\/(jpeg|png)\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) return { ok: false, status: 415 };
  const image = await readBytes(request, MAX_PICTURE_BYTES);
  return image === undefined ? { ok: false, status: 413 } : { ok: true, value: { image } };
}

/** A body of bytes; nothing when it is longer, whatever its headers say. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return undefined;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(chunk.value);
  }
  return join(chunks);
}

/** A request that came by no HTTP may have said anything about its length. */
const withinLimit = (text: string): string | undefined => (new TextEncoder().encode(text).byteLength > MAX_BYTES ? undefined : text);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Malformed JSON is an expected failure; its details would only help who probes.
    return undefined;
  }
}

/** No deeper than `levels`, no key that reaches for a prototype, no NUL, which PostgreSQL can't store. Pure. */
export function isTame(value: unknown, levels = MAX_DEPTH): boolean {
  if (typeof value === "string") return !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  if (levels === 0) return false;
  return Object.entries(value).every(([key, inner]) => !POLLUTING.has(key) && isTame(inner, levels - 1));
}

import { seal, unseal } from "../crypto/seal.ts";
import { newId } from "../crypto/token.ts";
import type { Domain } from "../domain.ts";
import { MAX_PICTURE_BYTES, readPicture } from "../factors/face/picture.ts";
import { readBytes } from "../http/request-body.ts";
import { networkOf } from "../network/address.ts";
import { insertPhoto, nextPhotoAt, sumPhotos, sweepPhotos, takePhoto } from "../store/authing-photo.ts";
import { lockBucket, sweepBuckets } from "../store/bucket.ts";
import { transact } from "../store/transaction.ts";
import type { Call } from "./call.ts";
import { done, refuse } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** R23: who uploads says nothing about who they are, so there is little they can fill. */
const PER_NETWORK_HOUR = 20;
const MAX_WAITING_BYTES = 200 * 1024 * 1024;
/** What a form adds to the photo in it. */
const FORM_BYTES = 16 * 1024;

const PREFIX = "face-photo/";

/** Where a photo can be named by, beside its key; nothing is served there. */
const urlOf = (key: string, { origin }: Call): string => `${origin}/api/v2/upload/${key}`;

/** Takes a photo for a face; it is kept sealed for fifteen minutes, less what in it was not pixels. */
export async function upload(call: Call): Promise<Outcome> {
  const { domain, request, caller } = call;
  if (domain.face === undefined) return refuse({ code: "not_supported" }, domain.clock.now());
  const form = await readForm(request);
  if (form === undefined) return refuse({ code: "image_invalid" }, domain.clock.now());
  const picture = readPicture(form);
  if (picture === undefined) return refuse({ code: "image_invalid" }, domain.clock.now());
  const key = PREFIX + newId(domain.random);
  const kept = await keep(domain, key, networkOf(caller.ip), picture.bytes);
  return kept.ok ? done({ key, url: urlOf(key, call) }) : kept;
}

/** The file in a form; nothing where there is none, or too much of it. */
async function readForm(request: Request): Promise<Uint8Array | undefined> {
  const bytes = await readBytes(request, MAX_PICTURE_BYTES + FORM_BYTES);
  const type = request.headers.get("content-type") ?? "";
  if (bytes === undefined || !/^multipart\/form-data\s*;/i.test(type)) return undefined;
  try {
    const file = (await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData()).get("file");
    return file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : undefined;
  } catch (error) {
    // What the platform says about a body that is no form.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function keep(domain: Domain, key: string, network: string, bytes: Uint8Array): Promise<Outcome<true>> {
  const sealed = await seal(await domain.keys(), domain.random, ownerOf(key), bytes);
  return transact(domain.store, async (tx) => {
    const now = domain.clock.now();
    await sweepBuckets(tx, now);
    await lockBucket(tx, "authing photos", now);
    await sweepPhotos(tx, now);
    const retryAt = await nextPhotoAt(tx, network, PER_NETWORK_HOUR);
    if (retryAt !== undefined) return refuse({ code: "rate_limited", retryAt }, now);
    if ((await sumPhotos(tx)) + bytes.length > MAX_WAITING_BYTES) return refuse({ code: "unavailable" }, now);
    await insertPhoto(tx, { key, network, sealed, bytes: bytes.length, uploadedAt: now });
    return done(true);
  });
}

const ownerOf = (key: string) => ({ accountId: "", bindingId: `authing photo ${key}` });

/** The photo that a client names by its key or by the address its upload was given. No other address is looked at, and none is ever asked for (R17). */
export async function takeUpload(call: Call, name: string): Promise<Uint8Array | undefined> {
  const { domain } = call;
  const prefix = urlOf("", call);
  const key = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const sealed = await transact(domain.store, (tx) => takePhoto(tx, key, domain.clock.now()));
  return sealed === undefined ? undefined : unseal(await domain.keys(), ownerOf(key), sealed);
}

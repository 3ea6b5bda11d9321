import { fail, type CallContext } from "@guard/contract";
import * as v from "valibot";
import { ask, hear, type Answer } from "./ask.ts";
import type { Link } from "./link.ts";
import { isBound } from "./open-logins.ts";
import type { Operations } from "./operations.ts";
import { callRest, readEnvelope } from "./rest.ts";
import { inLogin, settle } from "./settle.ts";

/** Binding and confirming by a face (R17): a photo is uploaded, and named by its key. */
export const face = (link: Link): Operations<"enrolFace" | "verifyFace"> => ({
  enrolFace: ({ token, image }, context) =>
    inLogin(link, token, async (login) => {
      if (isBound(login, "face")) return fail({ code: "bind_not_allowed" }, link.clock.now());
      const photo = await upload(link, context, image);
      if (!photo.ok) return settle(link, login, "face", photo);
      // Not by the SDK's `associateFaceByUrl`, which says of each photo that it lies elsewhere.
      const answer = await callRest(link, context, "POST", "/api/v2/mfa/face/associate", token, { photoA: photo.key, photoB: photo.key });
      return settle(link, login, "face", answer.ok ? { ok: true, value: answer.value.data } : answer);
    }),

  verifyFace: ({ token, image }, context) =>
    inLogin(link, token, async (login) => {
      const photo = await upload(link, context, image);
      return settle(link, login, "face", photo.ok ? await ask(link, context, () => link.client.mfa.verifyFaceMfa(photo.key, token)) : photo);
    }),
});

type Uploaded = { readonly ok: true; readonly key: string } | Extract<Answer, { ok: false }>;

const Upload = v.object({ key: v.string() });

/** The SDK uploads only what it binds, only in a page, and loses the reason of a failure. Like there, no token goes along. */
async function upload(link: Link, context: CallContext, image: Uint8Array): Promise<Uploaded> {
  const answer = await ask(link, context, () => post(link.client.baseClient.appHost, image, context.signal));
  const envelope = answer.ok ? hear(link, readEnvelope(answer.value)) : answer;
  if (!envelope.ok) return envelope;
  const { output, success } = v.safeParse(Upload, envelope.value.data);
  return success ? { ok: true, key: output.key } : { ok: false, refusal: { by: "sdk", raw: "malformed" } };
}

async function post(host: string, image: Uint8Array, signal: AbortSignal): Promise<unknown> {
  const form = new FormData();
  // PNG begins with 0x89; the contract knows no other kind but JPEG.
  form.set("file", new Blob([Uint8Array.from(image)], { type: image[0] === 0x89 ? "image/png" : "image/jpeg" }), "personal.jpeg");
  const response = await reach(`${host}/api/v2/upload?folder=face-photo&private=true`, { method: "POST", body: form, credentials: "omit", signal });
  return response.ok ? response.json() : Promise.reject(Object.assign(new Error("The upload was refused."), { response: { status: response.status } }));
}

/** fetch rejects for one reason: the connection is not there. It says so in each browser in other words. */
async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new Error("Network Error", { cause });
  }
}

import { fail, succeed } from "@guard/contract";
import type { Result } from "@guard/contract";
import type { FaceVerifier, Picture } from "../../ports.ts";

/** The template of the one face in a picture. None, several and what can't be unpacked are pictures to take again, and no guess. */
export async function describeFace(face: FaceVerifier, picture: Picture): Promise<Result<Uint8Array>> {
  const reading = await face.describe(picture);
  if (reading.kind === "template") return succeed(reading.template);
  return fail({ code: reading.kind === "busy" ? "unavailable" : "image_invalid" });
}

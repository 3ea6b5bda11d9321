import { describe, expect, it } from "vitest";
import type { FaceHarness } from "./harness.ts";
import { attempt, errorOf, openChallenge, sessionOf, valueOf } from "./person.ts";

/** What somebody does with pictures, in the application that asks for faces. */
function peopleOf(harness: () => FaceHarness) {
  const open = () => openChallenge({ ...harness(), app: harness().photos.app }, harness().users.nothingBound.identifier);
  const enrol = (token: string, image: Uint8Array, key?: string) => harness().adapter.enrolFace({ token, image }, attempt(key));
  const verify = (token: string, image: Uint8Array, key?: string) => harness().adapter.verifyFace({ token, image }, attempt(key));
  /** The token of a challenge that asks for the face that was bound just before. */
  const openBound = async () => {
    sessionOf(await enrol((await open()).token, harness().photos.person()));
    return (await open()).token;
  };
  return { open, enrol, verify, openBound };
}

export function describeFace(harness: () => FaceHarness): void {
  const { open, enrol, verify, openBound } = peopleOf(harness);

  describe("a face (R17)", () => {
    it("is bound by a picture, which signs in", async () => {
      const { token, need, factors } = await open();
      expect(need).toBe("bind");
      expect(factors).toContainEqual({ factor: "face", bound: false });
      expect(sessionOf(await enrol(token, harness().photos.person())).app).toBe(harness().photos.app);
      expect((await open()).factors).toContainEqual({ factor: "face", bound: true });
    });

    it("is not bound a second time in a login", async () => {
      expect(errorOf(await enrol(await openBound(), harness().photos.stranger()))).toEqual({ code: "bind_not_allowed" });
    });

    it("signs in by another picture of the same person", async () => {
      expect(sessionOf(await verify(await openBound(), harness().photos.person())).app).toBe(harness().photos.app);
    });

    it("counts somebody else's down from five", async () => {
      const token = await openBound();
      for (const attemptsLeft of [5, 4]) expect(errorOf(await verify(token, harness().photos.stranger()))).toEqual({ code: "face_no_match", attemptsLeft });
    });

    it("counts no picture that can't be compared", async () => {
      const token = await openBound();
      for (const image of [harness().photos.nobody(), Uint8Array.of(0xff, 0xd8, 0xff), new Uint8Array()]) expect(errorOf(await verify(token, image))).toEqual({ code: "image_invalid" });
      expect(errorOf(await verify(token, harness().photos.stranger()))).toEqual({ code: "face_no_match", attemptsLeft: 5 });
    });

    it("is not taken from the same picture twice", async () => {
      const image = harness().photos.person();
      sessionOf(await enrol((await open()).token, image));
      expect(errorOf(await verify((await open()).token, image))).toEqual({ code: "image_invalid" });
    });

    it("is not asked for any more after five that don't match, and the sixth in the next login locks (R11)", async () => {
      const token = await openBound();
      for (let turn = 0; turn < 5; turn += 1) await verify(token, harness().photos.stranger());
      expect(errorOf(await verify(token, harness().photos.person()))).toEqual({ code: "factor_unavailable" });
      expect(errorOf(await verify((await open()).token, harness().photos.stranger()))).toMatchObject({ code: "locked" });
    });
  });
}

export function describeFaceRepeat(harness: () => FaceHarness): void {
  const { verify, openBound } = peopleOf(harness);

  describe("a face (R17)", () => {
    it("counts a repeated call once, and gives its session again when the first answer was lost (R12a)", async () => {
      const { adapter, photos } = harness();
      const token = await openBound();
      const [wrong, right] = [photos.stranger(), photos.person()];
      for (let turn = 0; turn < 2; turn += 1) expect(errorOf(await verify(token, wrong, "wrong"))).toEqual({ code: "face_no_match", attemptsLeft: 5 });
      const lost = sessionOf(await verify(token, right, "right"));
      const again = sessionOf(await verify(token, right, "right"));
      expect(valueOf(await adapter.session({ token: again.token }, attempt())).session.user).toEqual(lost.user);
      expect(errorOf(await adapter.session({ token: lost.token }, attempt()))).toEqual({ code: "unauthorized" });
    });
  });
}

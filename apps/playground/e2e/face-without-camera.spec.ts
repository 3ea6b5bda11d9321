import { allFactors, newUser } from "./people.ts";
import { faceVerifier } from "./faces/models.ts";
import { expect, test as base } from "./test.ts";

// This browser has no camera, as the browser of every other test.
const test = base.extend({ settings: { FACE_VERIFIER: faceVerifier }, permissions: ["camera"] });

test("R17: where there is no camera it is told, a text file is no picture, and a photo does as well", async ({ I }) => {
  await I.open({ app: "demo-face" });
  await I.signIn(newUser.name);
  await I.chooseTab("Face");
  await I.startTheCamera();
  await I.seeAlert("No camera was found. Choose a photo, or use another method.");
  await I.chooseFile({ name: "ann.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") });
  await I.seeAlert(/We couldn’t use this picture/);
  await I.choosePhotoOf("ann");
  await I.seeSignedIn(newUser.name);
});

base("R17: without a provider no tab offers a face", async ({ I }) => {
  await I.open({ app: "demo-face" });
  await I.signIn(newUser.name);
  await I.seeBindStep();
  await expect(I.tab("Face")).toHaveCount(0);
  await I.open({ app: "demo-face" });
  await I.signIn(allFactors.name);
  await I.seeCodeSentTo(allFactors.maskedEmail);
  await expect(I.tab("Face")).toHaveCount(0);
});

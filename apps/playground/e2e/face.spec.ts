import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zhCN } from "@guard/locales/zh-CN";
import { seeChinese } from "./chinese.ts";
import { newUser, PASSWORD } from "./people.ts";
import { writeCameraFile } from "./faces/camera-file.ts";
import { faceVerifier, photoOf, see } from "./faces/models.ts";
import { loseTheAnswer } from "./lost.ts";
import type { Person } from "./person/person.ts";
import type { Server } from "./servers.ts";
import { expect, test as base } from "./test.ts";
import { wholeChromiumPath } from "../../../tools/chromium.mjs";
import { minute } from "./time.ts";

/** A browser whose camera shows Ann. */
const test = base.extend<object, { readonly cameraFile: string }>({
  settings: { FACE_VERIFIER: faceVerifier },
  cameraFile: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern
    async ({}, provide, { workerIndex }) => {
      const path = join(tmpdir(), `guard-camera-${process.pid}-${workerIndex}.y4m`);
      writeCameraFile(path, see("ann"));
      await provide(path);
      rmSync(path);
    },
    { scope: "worker" },
  ],
  launchOptions: [
    // The headless shell gives no picture of a camera.
    async ({ cameraFile, launchOptions }, provide) => provide({ ...launchOptions, executablePath: wholeChromiumPath() ?? "", args: [...(launchOptions.args ?? []), "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${cameraFile}`] }),
    { scope: "worker" },
  ],
  permissions: ["camera"],
});

const app = "demo-face";

const openWithCamera = async (I: Person, locale = "en"): Promise<void> => {
  await I.watchTheCamera();
  await I.open({ app, locale });
};

async function signInByCamera(I: Person): Promise<void> {
  await I.startTheCamera();
  await I.seeMyself();
  await I.takeThePicture();
  await I.seeSignedIn(newUser.name);
}

/** Binds somebody's face past the page. */
async function bindFace(server: Server, photo = photoOf("ann")): Promise<void> {
  const opened = (await (await server.call("POST", "/sign-in", { app, identifier: newUser.name, password: PASSWORD })).json()) as { challenge: { token: string } };
  const headers = { "content-type": photo.mimeType, authorization: `Bearer ${opened.challenge.token}` };
  const bound = await fetch(`${server.url}/api/v1/challenge/face/enrol`, { method: "POST", headers, body: new Uint8Array(photo.buffer) });
  expect(bound.status).toBe(200);
}

test("R17: one picture of the camera binds a face, another one confirms the next login, and the camera goes off", async ({ I }) => {
  await openWithCamera(I);
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await expect(I.heading).toHaveText("Add your face");
  expect(await I.camerasOn(), "no camera runs by itself").toBe(0);
  await signInByCamera(I);
  expect(await I.camerasOn()).toBe(0);
  await I.open({ app });
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await expect(I.heading).toHaveText("Confirm with your face");
  await signInByCamera(I);
});

test("R11: somebody else’s face is told and counted, and the right one still signs in", async ({ I, server }) => {
  await bindFace(server);
  await openWithCamera(I);
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await I.choosePhotoOf("bob");
  await I.seeAlert("We couldn’t recognise you. 5 attempts left.");
  await I.choosePhotoOf("bob");
  await I.seeAlert("We couldn’t use this picture. Take another one with a single, well-lit face.");
  await signInByCamera(I);
});

test("a camera that was refused is told, and a photo is the other way", async ({ I, context }) => {
  await context.clearPermissions();
  await openWithCamera(I);
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await I.startTheCamera();
  await I.seeAlert("The camera isn’t allowed. Allow it in your browser’s address bar, or choose a photo.");
  await I.choosePhotoOf("ann");
  await I.seeSignedIn(newUser.name);
});

test("a camera that goes away midway is told, and signs in once it is there again", async ({ I }) => {
  await openWithCamera(I);
  await I.signIn(newUser.name);
  await I.startTheCamera();
  await I.seeMyself();
  await I.pullTheCameraOut();
  await I.seeAlert("The camera was unplugged or stopped. Start it again, or choose a photo.");
  await signInByCamera(I);
});

test("whoever leaves the view leaves no camera on: by another tab, and by Back", async ({ I }) => {
  await openWithCamera(I);
  await I.signIn(newUser.name);
  for (const leave of [() => I.chooseTab("Email"), () => I.goBackToTheFirstStep()]) {
    await I.startTheCamera();
    await I.seeMyself();
    expect(await I.camerasOn()).toBe(1);
    await leave();
    await expect.poll(() => I.camerasOn()).toBe(0);
    if (await I.tab("Face").isVisible()) await I.chooseTab("Face");
  }
});

test("R18: a stale proof is made fresh by the face, and then what was asked is done", async ({ I, server }) => {
  await bindFace(server);
  await openWithCamera(I);
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await signInByCamera(I);
  await I.openSecurity();
  await I.advanceServerClock(6 * minute);
  await I.removeButton("Face").click();
  await I.press("Remove");
  await I.seeStep("stepUp");
  await I.startTheCamera();
  await I.seeMyself();
  await I.takeThePicture();
  await I.seeTold("The method was removed.");
});

test("zh-CN, from the password to signed in: by a face", async ({ I }) => {
  await openWithCamera(I, "zh-CN");
  await I.signIn(newUser.name);
  await I.seeFaceStep();
  await seeChinese(I, zhCN["face.titleBind"]);
  await signInByCamera(I);
});

test.describe("an answer that is lost (R12a)", () => {
  test.use({ faultsAreMade: true });

  for (const [what, path] of [["to the picture that binds", "/challenge/face/enrol"], ["to the picture that confirms", "/challenge/face"]] as const) {
    test(`${what}: the same picture signs in when it is handed over once more`, async ({ I, server }) => {
      if (path === "/challenge/face") await bindFace(server);
      await openWithCamera(I);
      await I.signIn(newUser.name);
      await I.seeFaceStep();
      await I.answerWith(path, loseTheAnswer);
      await I.startTheCamera();
      await I.seeMyself();
      await I.takeThePicture();
      await I.seeAlert("No connection. Check your network and try again.");
      await I.letTheServerAnswerAgain(path);
      await I.press("Try again");
      await I.seeSignedIn(newUser.name);
    });
  }
});

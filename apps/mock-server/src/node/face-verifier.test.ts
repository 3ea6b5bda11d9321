import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { ann, bob } from "../testing/faces.ts";
import { readConfig, startServer, StartError, type RunningServer } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "guard-face-"));
afterAll(() => rmSync(folder, { recursive: true }));
let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

it("plugs in what FACE_VERIFIER names, and lets go of it at the end", async () => {
  const faces = join(import.meta.dirname, "..", "testing", "faces.ts");
  const path = write("provider.mjs", `import { fakeFaces } from ${JSON.stringify(faces)}; export const createFaceVerifier = async () => ({ ...fakeFaces, close: async () => { globalThis.closedFaces = true; } });`);
  server = await startServer({ faceVerifier: path, faceThreshold: 0.2 });
  const { url } = server;
  const signIn = async () => {
    const body = JSON.stringify({ app: "demo-face", identifier: "new-user", password: DEMO_PASSWORD });
    const answer = await fetch(`${url}/api/v1/sign-in`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return ((await answer.json()) as { challenge: { token: string } }).challenge.token;
  };
  const show = (path: string, token: string, image: Uint8Array) =>
    fetch(`${url}/api/v1/challenge/${path}`, { method: "POST", headers: { "Content-Type": "image/png", Authorization: `Bearer ${token}` }, body: new Uint8Array(image) });
  expect((await show("face/enrol", await signIn(), ann())).status).toBe(200);
  const token = await signIn();
  expect((await show("face", token, bob())).status).toBe(422);
  expect((await show("face", token, ann())).status).toBe(200);
  await server.close();
  expect(globalThis).toHaveProperty("closedFaces", true);
});

it.each([
  ["a package that is not there", "@guard/no-such-provider", "can't be loaded (ERR_MODULE_NOT_FOUND)"],
  ["a path that is not there", "./no/such/provider.ts", "can't be loaded (ERR_MODULE_NOT_FOUND)"],
  ["a module without the function", write("other.mjs", "export const x = 1;"), "exports no createFaceVerifier"],
  ["a provider that is half installed", write("half.mjs", 'export const createFaceVerifier = async () => { throw Object.assign(new Error("x"), { code: "MODULE_NOT_FOUND" }); };'), "does not start (MODULE_NOT_FOUND); is all of it installed? For packages/face: npm run face:install"],
])("does not start with %s", async (_what, faceVerifier, words) => {
  const starting = startServer({ faceVerifier });
  await expect(starting).rejects.toBeInstanceOf(StartError);
  await expect(starting).rejects.toThrow(words);
});

it("takes a threshold within bounds", () => {
  expect(readConfig({ FACE_VERIFIER: "./x", FACE_THRESHOLD: "0.4" })).toMatchObject({ faceVerifier: "./x", faceThreshold: 0.4 });
  for (const FACE_THRESHOLD of ["0.9", "0", "1", "x", "-0.2"]) expect(() => readConfig({ FACE_THRESHOLD })).toThrow("FACE_THRESHOLD");
});

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { loadFaces, loadWasm, resolve } from "./library.ts";
import type { Faces, Manifest } from "./library.ts";
import { unpack } from "./pixels.ts";
import type { Upright } from "./pixels.ts";
import type { FaceReading, Picture } from "./verifier.ts";

/** Looks at one picture after another. */
export type Look = (picture: Picture) => Promise<FaceReading>;

/** Loads the library and its models, which are in the package: nothing is downloaded. */
export async function loadModel(): Promise<Look> {
  const faces = loadFaces();
  loadWasm().setWasmPaths(`${dirname(resolve("@tensorflow/tfjs-backend-wasm"))}/`);
  await faces.tf.setBackend("wasm");
  await faces.tf.ready();
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = faces.nets;
  ssdMobilenetv1.loadFromWeightMap(await readWeights(faces, "ssd_mobilenetv1"));
  faceLandmark68Net.loadFromWeightMap(await readWeights(faces, "face_landmark_68"));
  faceRecognitionNet.loadFromWeightMap(await readWeights(faces, "face_recognition"));
  const options = new faces.SsdMobilenetv1Options({ minConfidence: 0.5, maxResults: 2 });
  return async (picture) => {
    const upright = tryUnpack(picture);
    return upright === undefined ? { kind: "unreadable" } : describe(faces, options, upright);
  };
}

async function readWeights({ tf }: Faces, name: string): Promise<object> {
  const folder = join(dirname(resolve("@vladmandic/face-api/package.json")), "model");
  const manifest = JSON.parse(await readFile(join(folder, `${name}_model-weights_manifest.json`), "utf8")) as Manifest;
  const weights = await Promise.all(
    manifest.map(async (entry) => {
      const parts = await Promise.all(entry.paths.map((path) => readFile(join(folder, path))));
      return tf.io.decodeWeights(new Uint8Array(Buffer.concat(parts)).buffer, entry.weights);
    }),
  );
  return Object.assign({}, ...weights) as object;
}

/** A decoder throws at whatever it does not understand, and it is fed by strangers. */
function tryUnpack(picture: Picture): Upright | undefined {
  try {
    return unpack(picture);
  } catch {
    return undefined;
  }
}

async function describe(faces: Faces, options: object, { values, width, height }: Upright): Promise<FaceReading> {
  const image = faces.tf.tensor3d(values, [height, width, 3], "int32");
  try {
    const found = await faces.detectAllFaces(image, options).withFaceLandmarks().withFaceDescriptors();
    const [face] = found;
    if (face === undefined) return { kind: "no-face" };
    return found.length > 1 ? { kind: "several-faces" } : { kind: "template", template: new Uint8Array(face.descriptor.slice().buffer) };
  } finally {
    image.dispose();
  }
}

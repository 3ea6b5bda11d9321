import { createRequire } from "node:module";

// The little that is used of the libraries, typed here: this package is not in the workspace's install, and its types are not either.

export interface Tensor {
  dispose(): void;
}

interface WeightEntry {
  readonly paths: readonly string[];
  readonly weights: readonly object[];
}

export type Manifest = readonly WeightEntry[];

interface Network {
  loadFromWeightMap(weights: object): void;
}

export interface Tensors {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor3d(values: Int32Array, shape: readonly [number, number, number], type: "int32"): Tensor;
  readonly io: { decodeWeights(buffer: ArrayBuffer, weights: readonly object[]): object };
}

export interface Found {
  readonly descriptor: Float32Array;
  readonly detection: { readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } };
}

export interface Faces {
  readonly tf: Tensors;
  readonly nets: { readonly ssdMobilenetv1: Network; readonly faceLandmark68Net: Network; readonly faceRecognitionNet: Network };
  readonly SsdMobilenetv1Options: new (options: { readonly minConfidence: number; readonly maxResults: number }) => object;
  detectAllFaces(image: Tensor, options: object): { withFaceLandmarks(): { withFaceDescriptors(): Promise<readonly Found[]> } };
}

interface WasmBackend {
  setWasmPaths(folder: string): void;
}

interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Jpeg {
  decode(bytes: Uint8Array, options: { readonly useTArray: true; readonly maxResolutionInMP: number; readonly maxMemoryUsageInMB: number }): Pixels;
}

interface Png {
  readonly PNG: { readonly sync: { read(bytes: Uint8Array): Pixels } };
}

const require = createRequire(import.meta.url);

export const resolve = (id: string): string => require.resolve(id);

/** The build for Node on WebAssembly. The one for browsers does not load here, the one on native code needs a download. */
export const loadFaces = (): Faces => require("@vladmandic/face-api/dist/face-api.node-wasm.js") as Faces;
export const loadWasm = (): WasmBackend => require("@tensorflow/tfjs-backend-wasm") as WasmBackend;
export const loadJpeg = (): Jpeg => require("jpeg-js") as Jpeg;
export const loadPng = (): Png => require("pngjs") as Png;

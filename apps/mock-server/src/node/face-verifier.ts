import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { FaceVerifier } from "../ports.ts";
import type { Cleanup } from "./cleanup.ts";
import { StartError, systemCode } from "./start-error.ts";

/** What a face provider's module exports. */
interface Provider {
  createFaceVerifier(): Promise<FaceVerifier & { close?(): Promise<void> }>;
}

/** Loads the face provider that FACE_VERIFIER names, a package or a path (R17). Who names none loads nothing. */
export async function openFaceVerifier(name: string, cleanup: Cleanup): Promise<FaceVerifier> {
  const provider = await load(name);
  try {
    const verifier = await provider.createFaceVerifier();
    cleanup.add(() => verifier.close?.());
    return verifier;
  } catch (error) {
    throw new StartError(`The face provider ${name} does not start (${reasonOf(error)}); is all of it installed? For packages/face: npm run face:install`, { cause: error });
  }
}

async function load(name: string): Promise<Provider> {
  const isPath = /^[./]/.test(name);
  let module: unknown;
  try {
    module = await import(isPath ? pathToFileURL(resolve(name)).href : name);
  } catch (error) {
    throw new StartError(`FACE_VERIFIER names ${name}, which can't be loaded (${reasonOf(error)}); install it, or name a path such as ./packages/face/src/index.ts`, { cause: error });
  }
  if (!isProvider(module)) throw new StartError(`FACE_VERIFIER names ${name}, which exports no createFaceVerifier; see the port FaceVerifier of @guard/mock-server.`);
  return module;
}

const isProvider = (module: unknown): module is Provider => typeof module === "object" && module !== null && "createFaceVerifier" in module && typeof module.createFaceVerifier === "function";

const reasonOf = (error: unknown): string => systemCode(error) ?? (error instanceof Error ? error.message : "unknown reason");

// Room: adapter-authing. Authing's protocol behind the contract, through the SDK that the host made; it knows no HTTP of its own but the upload of a photo.
export { createAuthingAdapter, type AuthingAdapterOptions } from "./create-authing-adapter.ts";
export { authingCapabilities } from "./capabilities.ts";
export type { AuthingClient } from "./authing-client.ts";

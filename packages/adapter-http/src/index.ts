// Room: adapter-http. Speaks Guard's own HTTP contract; every call is generated from the endpoints table.
export { createHttpAdapter, type HttpAdapterOptions } from "./create-http-adapter.ts";
export { httpCapabilities } from "./capabilities.ts";

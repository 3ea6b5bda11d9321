// Room: mock-server, the part for a page (subpath ./browser): the same app on SQLite in WebAssembly.
export { createMockServer, type MockServer, type MockServerOptions } from "./create-mock-server.ts";

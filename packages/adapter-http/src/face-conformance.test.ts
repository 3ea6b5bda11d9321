import { describeFaceAdapter } from "@guard/contract/testing";
import { createMockServer } from "@guard/mock-server/browser";
import { harnessOf } from "../../../apps/mock-server/src/testing/conforming.ts";
import { ann, bob, fakeFaces, picture } from "../../../apps/mock-server/src/testing/faces.ts";
import { createHttpAdapter, httpCapabilities } from "./index.ts";

const { verify, bind } = httpCapabilities;
const capabilities = { ...httpCapabilities, verify: [...verify, "face" as const], bind: [...bind, "face" as const] };

describeFaceAdapter("adapter-http on a server that tells faces apart", async () => {
  const server = createMockServer({ face: fakeFaces });
  return {
    ...harnessOf(server, (path) => server.fetch(new Request(`http://localhost${path}`))),
    adapter: createHttpAdapter({ baseUrl: "http://guard.example", fetch: server.fetch, capabilities }),
    photos: { app: "demo-face", person: () => ann(), stranger: () => bob(), nobody: () => picture("no-face") },
  };
});

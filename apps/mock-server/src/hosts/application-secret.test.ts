import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { createRig } from "../testing/rig.ts";
import { isSecretOf, issueApplicationSecret } from "./application-secret.ts";

it("an application's secret goes on to work when the server's own was changed, as long as the server knows the earlier one (S-18)", async () => {
  const { ports } = await createRig(new Sqlite(":memory:"));
  const secret = await issueApplicationSecret(ports, "demo");
  const changed = { store: ports.store, config: { ...ports.config, secret: new Uint8Array(32).fill(9) } };
  expect(await isSecretOf(changed, "demo", secret)).toBe(false);
  const knowing = { store: ports.store, config: { ...changed.config, earlierSecrets: [ports.config.secret] } };
  expect(await isSecretOf(knowing, "demo", secret)).toBe(true);
  expect(await isSecretOf(knowing, "demo-email", secret)).toBe(false);
});

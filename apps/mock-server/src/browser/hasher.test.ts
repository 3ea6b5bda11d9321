import { expect, it } from "vitest";
import { DEMO_PASSWORD } from "../development/data.ts";
import { DEMO_PASSWORD_HASH } from "./demo-password.ts";
import { createPbkdf2Hasher } from "./hasher.ts";

const hasher = createPbkdf2Hasher();

it("knows the right password and no other", async () => {
  const phc = await hasher.hash("pässwörd");
  expect(phc).toMatch(/^\$pbkdf2-sha256\$i=10000\$[^$]+\$[^$]+$/);
  expect(await hasher.verify(phc, "pässwörd")).toBe(true);
  expect(await hasher.verify(phc, "passwörd")).toBe(false);
});

it("refuses what is no PHC string of its own", async () => {
  expect(await hasher.verify("$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA", "x")).toBe(false);
  expect(hasher.isOutdated("")).toBe(true);
});

it("has the demo password hashed beforehand, with today's parameters", async () => {
  expect(await hasher.verify(DEMO_PASSWORD_HASH, DEMO_PASSWORD)).toBe(true);
  expect(hasher.isOutdated(DEMO_PASSWORD_HASH)).toBe(false);
});

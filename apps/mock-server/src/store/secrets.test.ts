import Sqlite from "better-sqlite3";
import { Secret, TOTP } from "otpauth/slim";
import { expect, it } from "vitest";
import { DEMO_PASSWORD, DEMO_RECOVERY_CODE } from "../development/data.ts";
import { challengeOf, mailedCode, otherThan, recoveryOf, send, sessionOf, signIn, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";

it("keeps no code, token, password or key in clear in any table (S-14, S-22)", async () => {
  const database = new Sqlite(":memory:");
  const rig = await createRig(database);
  const bound = await challengeOf(rig, "demo-email", "email-user");
  const binding = await challengeOf(rig, "demo-email", "new-user");
  await send(rig, bound.token);
  const code = mailedCode(rig);
  await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token: binding.token });
  await send(rig, binding.token, "user");
  const pending = mailedCode(rig);
  await verify(rig, bound.token, otherThan(code), { key: "a-key-of-mine" });
  const app = await challengeOf(rig, "demo-totp", "new-user");
  const { secret } = (await rig.call("startTotp", {}, { token: app.token })).body;
  const enrolled = await rig.call("confirmTotp", { code: new TOTP({ secret: String(secret) }).generate({ timestamp: rig.ports.clock.now() }) }, { token: app.token, key: "a-fourth-key" });
  const recovery = recoveryOf(enrolled);
  const session = sessionOf(await verify(rig, bound.token, code, { key: "another-key-of-mine" }));
  await signIn(rig, "demo-open", "email-user", DEMO_PASSWORD, { key: "a-third-key" });

  const dump = JSON.stringify(tablesOf(database).map((table) => database.prepare(`select * from "${table}"`).all()));
  const secrets = [code, otherThan(code), pending, session.token, bound.token, binding.token, DEMO_PASSWORD, DEMO_RECOVERY_CODE.replaceAll("-", ""), recovery, recovery.replaceAll("-", ""), String(secret), base64Of(String(secret)), sessionOf(enrolled).token, "a-key-of-mine", "a-third-key", "a-fourth-key"];
  for (const secret of [...secrets, ...secrets.map((each) => each.slice(3))].filter((each) => each.length >= 6)) expect(dump).not.toContain(secret);
  expect(tablesOf(database)).toContain("code");
});

const base64Of = (secret: string): string => Buffer.from(Secret.fromBase32(secret).buffer).toString("base64url").slice(0, 26);

function tablesOf(database: Sqlite.Database): string[] {
  const rows = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  return rows.map(({ name }) => name);
}

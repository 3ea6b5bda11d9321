import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { ann, bob, fakeFaces, picture, show } from "../testing/faces.ts";
import { challengeOf, mailedCode, otherThan, send, signIn, signInFully, verify } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";
import type { Rig } from "../testing/rig.ts";

type Flow = (rig: Rig) => Promise<unknown>;

const openFace = async (rig: Rig) => (await challengeOf(rig, "demo-face", "new-user")).token;

/** Each flow, and what the audit says of it: event, factor, result, reason. */
const flows: readonly (readonly [name: string, flow: Flow, rows: readonly string[]])[] = [
  ["a wrong password", (rig) => signIn(rig, "demo", "email-user", "wrong"), ["sign_in failure invalid_credentials"]],
  ["a name that nobody has", (rig) => signIn(rig, "demo", "nobody"), ["sign_in failure invalid_credentials"]],
  ["a password that has to wait", async (rig) => {
    for (let turn = 0; turn < 5; turn += 1) await signIn(rig, "demo", "email-user", "wrong");
  }, ["sign_in failure invalid_credentials", "sign_in failure invalid_credentials", "sign_in failure invalid_credentials", "sign_in failure rate_limited", "sign_in failure rate_limited"]],
  ["no second factor", (rig) => signIn(rig, "demo-open", "email-user"), ["sign_in success"]],
  ["a bypassed one", (rig) => signIn(rig, "demo", "bypassed-user"), ["sign_in success mfa_bypassed"]],
  ["a locked account", (rig) => signIn(rig, "demo-email", "locked-user"), ["sign_in failure locked"]],
  ["a login by e-mail and its end", async (rig) => {
    const { token } = await signInFully(rig);
    await rig.call("signOut", {}, { token });
  }, ["sign_in challenged", "code_send email success", "code_verify email success", "sign_out success"]],
  ["a send that is asked for too soon", async (rig) => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    await send(rig, token);
    await send(rig, token, "user");
  }, ["sign_in challenged", "code_send email success", "code_send email failure resend_too_soon"]],
  ["a wrong code and a code that came too late", async (rig) => {
    const { token } = await challengeOf(rig, "demo-email", "email-user");
    await send(rig, token);
    await verify(rig, token, otherThan(mailedCode(rig)));
    rig.advance(900_000);
    await verify(rig, token, mailedCode(rig));
  }, ["sign_in challenged", "code_send email success", "code_verify email failure code_invalid", "code_verify email failure challenge_expired"]],
  ["an address that is bound", async (rig) => {
    const { token } = await challengeOf(rig, "demo-email", "new-user");
    await rig.call("bind", { factor: "email", target: "jane@example.com" }, { token });
    await send(rig, token, "user");
    await verify(rig, token, mailedCode(rig));
  }, ["sign_in challenged", "code_send email success", "factor_bind email success", "code_verify email success"]],
  ["a face that is bound, not matched and matched", async (rig) => {
    await show(rig, "enrolFace", picture("no-face"), { token: await openFace(rig) });
    await show(rig, "enrolFace", ann(), { token: await openFace(rig) });
    const token = await openFace(rig);
    await show(rig, "verifyFace", bob(), { token });
    await show(rig, "verifyFace", new Uint8Array(), { token });
    await show(rig, "verifyFace", ann(), { token });
  }, [
    "sign_in challenged", "factor_bind face failure image_invalid", "sign_in challenged", "factor_bind face success",
    "sign_in challenged", "code_verify face failure face_no_match", "code_verify face failure image_invalid", "code_verify face success",
  ]],
];

it.each(flows)("%s leaves its rows, in their order (R22, S-46)", async (_name, flow, expected) => {
  const rig = await createRig(new Sqlite(":memory:"), { ports: { face: fakeFaces, geo: { country: () => "NZ" } } });
  await flow(rig);
  const rows = await rig.db.selectFrom("audit").selectAll().orderBy("seq").execute();
  expect(rows.map(({ event, factor, result, reason }) => [event, factor, result, reason].filter((word) => word !== null).join(" "))).toEqual(expected);
  for (const row of rows) expect(row).toMatchObject({ ip: "203.0.113.7", country: "NZ", app: expect.any(String), requestId: expect.stringMatching(/^[\w-]{22}$/), at: expect.any(Number) });
});

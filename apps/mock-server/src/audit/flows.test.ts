import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { AUDIT_EVENTS } from "../store/audit.ts";
import type { AuditEntry, AuditEvent } from "../store/audit.ts";
import { audited } from "../testing/centre.ts";
import { fakeFaces } from "../testing/faces.ts";
import { BINDINGS } from "../testing/flows/bindings.ts";
import { CENTRE } from "../testing/flows/centre.ts";
import { CODE_LOGINS, SENDS } from "../testing/flows/codes.ts";
import { DEVICES } from "../testing/flows/devices.ts";
import { LOCKS } from "../testing/flows/locks.ts";
import { LOGINS } from "../testing/flows/logins.ts";
import { createRig } from "../testing/rig.ts";

const flows = [...LOGINS, ...LOCKS, ...SENDS, ...CODE_LOGINS, ...BINDINGS, ...DEVICES, ...CENTRE];

it.each(flows)("%s leaves its rows, in their order (R22, S-46)", async (_name, flow, expected) => {
  const rig = await createRig(new Sqlite(":memory:"), { dev: {}, ports: { face: fakeFaces, geo: { country: () => "NZ" } } });
  await flow(rig);
  await rig.app.idle();
  expect(await audited(rig)).toEqual(expected);
  const rows = await rig.db.selectFrom("audit").selectAll().execute();
  for (const row of rows) expect(row).toMatchObject({ ip: "203.0.113.7", country: "NZ", requestId: expect.stringMatching(/^[\w-]{22}$/), at: expect.any(Number) });
  // A token that opens nothing belongs to no application, and neither does a password.
  expect(rows.filter(({ app, event, reason }) => app === null && event !== "password_change" && reason !== "challenge_expired")).toEqual([]);
});

/** What each event can come to. What only ever happens has no other outcome: a refusal is another event's. */
const OUTCOMES: Readonly<Record<AuditEvent, readonly AuditEntry["result"][]>> = {
  sign_in: ["success", "challenged", "failure"],
  code_send: ["success", "failure"],
  code_verify: ["success", "failure"],
  factor_enrol: ["success", "failure"],
  factor_bind: ["success", "failure"],
  factor_unbind: ["success", "failure"],
  factors_switch: ["success"],
  step_up: ["success", "failure"],
  recovery_renew: ["success", "failure"],
  device_trust: ["success", "failure"],
  device_revoke: ["success", "failure"],
  password_change: ["success"],
  account_lock: ["success"],
  account_close: ["success"],
  account_unlock: ["success"],
  sign_out: ["success"],
};

it("every event of the source is expected above, with each of its outcomes (S-46)", () => {
  const expected = new Set(flows.flatMap(([, , rows]) => rows).map((row) => `${/^\w+/.exec(row)?.[0]} ${/success|challenged|failure/.exec(row)?.[0]}`));
  const known = AUDIT_EVENTS.flatMap((event) => OUTCOMES[event].map((result) => `${event} ${result}`));
  expect([...expected].toSorted((a, b) => a.localeCompare(b))).toEqual(known.toSorted((a, b) => a.localeCompare(b)));
});

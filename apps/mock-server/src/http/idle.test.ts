import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import type { Handover } from "../ports.ts";
import { challengeOf, send } from "../testing/login.ts";
import { createRig } from "../testing/rig.ts";

it("a call whose caller went away is still waited for before the store may close (S-59)", async () => {
  let settle: (handover: Handover) => void = () => {};
  let sending = (): void => {};
  const begun = new Promise<void>((resolve) => (sending = resolve));
  const mailer = {
    send: () =>
      new Promise<Handover>((resolve) => {
        settle = resolve;
        sending();
      }),
  };
  const rig = await createRig(new Sqlite(":memory:"), { ports: { mailer } });
  const { token } = await challengeOf(rig, "demo-email", "email-user");
  // Nobody awaits the answer: the connection it belonged to is gone.
  void send(rig, token);
  await begun;
  const order: string[] = [];
  const idle = rig.app.idle().then(() => order.push("idle"));
  await new Promise((resolve) => setTimeout(resolve, 10));
  order.push("handed over");
  settle("handed-over");
  await idle;
  await rig.db.destroy();
  expect(order).toEqual(["handed over", "idle"]);
  expect(rig.faults).toEqual([]);
});

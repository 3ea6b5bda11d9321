import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { TotpEnrolment } from "../enrolment.ts";
import type { Harness } from "./harness.ts";
import { attempt, errorOf, inSecondBrowser, isAhead, openChallenge, recoveryCodeOf, sessionOf, totpOf, valueOf, verifyTotp, wrongCode } from "./person.ts";

const start = ({ adapter }: Harness, token: string) => adapter.startTotp({ token }, attempt());
const confirm = ({ adapter }: Harness, token: string, code: string, key?: string) => adapter.confirmTotp({ token, code }, attempt(key));

export function describeTotpEnrolment(harness: () => Harness): void {
  const open = (at: Harness) => openChallenge(at, harness().users.nothingBound.identifier);

  describe("binding an authenticator app during the login (R14)", () => {
    it("hands out a secret for ten minutes", async () => {
      const { at } = totpOf(harness());
      const { token, need } = await open(at);
      expect(need).toBe("bind");
      const enrolment = valueOf(await start(at, token));
      expect(v.is(TotpEnrolment, enrolment)).toBe(true);
      expect(enrolment.otpauthUri).toContain(`secret=${enrolment.secret}`);
      expect(isAhead(enrolment.expiresAt, enrolment.now, 10 * 60_000)).toBe(true);
    });

    it("is done by its first code, which answers a session that works and a recovery code", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await open(at);
      const done = await confirm(at, token, await totp.show(valueOf(await start(at, token)).secret));
      expect(recoveryCodeOf(done).length).toBeGreaterThanOrEqual(20);
      expect(valueOf(await at.adapter.session({ token: sessionOf(done).token }, attempt())).session.app).toBe(totp.app);
    });

    it("leaves a code that can't be the next login's (S-17)", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await open(at);
      const code = await totp.show(valueOf(await start(at, token)).secret);
      sessionOf(await confirm(at, token, code));
      const next = await open(at);
      expect(next).toMatchObject({ need: "verify", factor: "totp" });
      expect(errorOf(await verifyTotp(at, next.token, code)).code).toBe("code_invalid");
    });

    it("binds nothing by a wrong code, and locks nobody", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await open(at);
      const { secret } = valueOf(await start(at, token));
      for (let step = 1; step <= 8; step += 1) expect(errorOf(await confirm(at, token, wrongCode(await totp.show(secret), step))).code).toBe("code_invalid");
      expect((await open(inSecondBrowser(at))).need).toBe("bind");
      expect(sessionOf(await confirm(at, token, await totp.show(secret))).app).toBe(totp.app);
    });

    it("that is not confirmed counts as nothing, and a newer start takes its place", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await open(at);
      const older = valueOf(await start(at, token)).secret;
      const { secret } = valueOf(await start(at, token));
      expect(secret).not.toBe(older);
      expect((await open(inSecondBrowser(at))).need).toBe("bind");
      expect(sessionOf(await confirm(at, token, await totp.show(secret))).app).toBe(totp.app);
    });

    it("is refused to somebody who has one", async () => {
      const { totp, at } = totpOf(harness());
      const { token } = await openChallenge(at, totp.bound.identifier);
      expect(errorOf(await start(at, token))).toEqual({ code: "bind_not_allowed" });
    });
  });
}

import { afterEach, beforeEach, describe } from "vitest";
import { describeAccount } from "./account.ts";
import { describeBind } from "./bind.ts";
import { describeCode } from "./code.ts";
import { describeDevices } from "./devices.ts";
import { describeFace } from "./face.ts";
import { describePassword } from "./password.ts";
import { describePromises } from "./promises.ts";
import { describeRepeat } from "./repeat.ts";
import { describeResume } from "./resume.ts";
import { describeSend } from "./send.ts";
import { describeSession } from "./session.ts";
import { describeSignInCode } from "./sign-in-code.ts";
import { describeSms } from "./sms.ts";
import { describeTotp } from "./totp.ts";
import { describeTotpEnrolment } from "./totp-enrolment.ts";
import { describeProve } from "./prove.ts";
import { describeRecovery } from "./recovery.ts";
import type { Harness, MakeFaceHarness, MakeHarness } from "./harness.ts";

/**
 * The suite that every adapter passes: password login with an e-mail code, and, where the adapter and the harness have them, SMS, sign-in by code,
 * authenticator apps, recovery codes, the personal centre and trusted devices. Call it from a vitest file.
 *
 * `make` is called once for each test and resolves a fresh backend with the adapter in front of it. What the adapter's
 * `capabilities` deny is expected to answer `not_supported`.
 */
export function describeAdapter(name: string, make: MakeHarness): void {
  describe(`${name} keeps the adapter contract`, () => {
    const harness = eachTest(make);
    for (const describePart of parts) describePart(harness);
  });
}

/** The same for faces (R17): for an adapter whose backend has a provider, and whose harness has `photos`. */
export function describeFaceAdapter(name: string, make: MakeFaceHarness): void {
  describe(`${name} keeps the adapter contract`, () => {
    describeFace(eachTest(make));
  });
}

/** A backend for each test, gone after it. */
function eachTest<H extends Harness>(make: () => Promise<H>): () => H {
  let current: H | undefined;
  beforeEach(async () => {
    current = await make();
  });
  afterEach(async () => {
    await current?.dispose?.();
    current = undefined;
  });
  return () => {
    if (!current) throw new Error("The harness exists inside a test only.");
    return current;
  };
}

const parts = [
  describePassword, describeSend, describeCode, describeBind, describeSms, describeSignInCode, describeResume, describeRepeat, describeSession,
  describeTotp, describeTotpEnrolment, describeRecovery, describeProve, describeAccount, describeDevices, describePromises,
];

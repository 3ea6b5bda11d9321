import { afterEach, beforeEach, describe } from "vitest";
import { describeAccount, describeAccountRepeat } from "./account.ts";
import { describeBind } from "./bind.ts";
import { describeCode } from "./code.ts";
import { describeDevices, describeDevicesInCentre } from "./devices.ts";
import { describeFace, describeFaceRepeat } from "./face.ts";
import { describePassword } from "./password.ts";
import { describePromises } from "./promises.ts";
import { describeRepeat } from "./repeat.ts";
import { describeResume, describeResumeRefused } from "./resume.ts";
import { describeSend } from "./send.ts";
import { describeSession } from "./session.ts";
import { describeSignInCode, describeSignInCodeRepeat } from "./sign-in-code.ts";
import { describeSms, describeSmsBinding } from "./sms.ts";
import { describeTotp } from "./totp.ts";
import { describeTotpEnrolment } from "./totp-enrolment.ts";
import { describeProve } from "./prove.ts";
import { describeRecovery, describeRecoveryRepeat } from "./recovery.ts";
import { lookAt } from "./scope.ts";
import type { Scope } from "./scope.ts";
import type { Harness, MakeFaceHarness, MakeHarness } from "./harness.ts";

/**
 * The suite that every adapter passes: password login with an e-mail code, and, where the adapter and the harness have them, SMS, sign-in by code,
 * authenticator apps, recovery codes, the personal centre and trusted devices. Call it from a vitest file.
 *
 * `make` is called once before the tests, to see what there is to prove, and once for each test, and resolves a fresh backend with the adapter in front
 * of it. What the adapter's `capabilities` deny is expected to answer `not_supported`; parts that the adapter or the harness lacks are not registered.
 */
export function describeAdapter(name: string, make: MakeHarness): void {
  describe(`${name} keeps the adapter contract`, async () => {
    const scope = await lookAt(make);
    const harness = eachTest(make);
    for (const [describePart, isThere = () => true] of parts) if (isThere(scope)) describePart(harness);
  });
}

/** The same for faces (R17): for an adapter whose backend has a provider, and whose harness has `photos`. */
export function describeFaceAdapter(name: string, make: MakeFaceHarness): void {
  describe(`${name} keeps the adapter contract`, async () => {
    const { idempotent } = await lookAt(make);
    const harness = eachTest(make);
    describeFace(harness);
    if (idempotent) describeFaceRepeat(harness);
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

type Part = readonly [describePart: (harness: () => Harness) => void, isThere?: (scope: Scope) => boolean];

const parts: readonly Part[] = [
  [describePassword],
  [describeSend],
  [describeCode],
  [describeBind],
  [describeSms, ({ verify }) => verify.includes("sms")],
  [describeSmsBinding, ({ bind }) => bind.includes("sms")],
  [describeSignInCode, ({ signInCode }) => signInCode],
  [describeSignInCodeRepeat, ({ signInCode, idempotent }) => signInCode && idempotent],
  [describeResume],
  [describeResumeRefused, ({ resume }) => resume],
  [describeRepeat, ({ idempotent }) => idempotent],
  [describeSession],
  [describeTotp, ({ totp, verify }) => totp && verify.includes("totp")],
  [describeTotpEnrolment, ({ totp, bind }) => totp && bind.includes("totp")],
  [describeRecovery, ({ totp, recovery }) => totp && recovery],
  [describeRecoveryRepeat, ({ totp, recovery, idempotent }) => totp && recovery && idempotent],
  [describeProve, ({ totp, bind }) => totp && bind.includes("totp")],
  [describeAccount, ({ account }) => account],
  [describeAccountRepeat, ({ account, idempotent }) => account && idempotent],
  [describeDevices, ({ trust, trustedDevice }) => trust && trustedDevice],
  [describeDevicesInCentre, ({ trust, trustedDevice, account }) => trust && trustedDevice && account],
  [describePromises],
];

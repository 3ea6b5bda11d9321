import { afterEach, beforeEach, describe } from "vitest";
import { describeBind } from "./bind.ts";
import { describeCode } from "./code.ts";
import { describePassword } from "./password.ts";
import { describePromises } from "./promises.ts";
import { describeRepeat } from "./repeat.ts";
import { describeResume } from "./resume.ts";
import { describeSend } from "./send.ts";
import { describeSession } from "./session.ts";
import { describeSignInCode } from "./sign-in-code.ts";
import { describeSms } from "./sms.ts";
import type { Harness, MakeHarness } from "./harness.ts";

/**
 * The suite that every adapter passes: password login with an e-mail code, and by SMS and sign-in by code where it can. Call it from a vitest file.
 *
 * `make` is called once for each test and resolves a fresh backend with the adapter in front of it. What the adapter's
 * `capabilities` deny is expected to answer `not_supported`.
 */
export function describeAdapter(name: string, make: MakeHarness): void {
  describe(`${name} keeps the adapter contract`, () => {
    let current: Harness | undefined;
    beforeEach(async () => {
      current = await make();
    });
    afterEach(async () => {
      await current?.dispose?.();
      current = undefined;
    });
    const harness = (): Harness => {
      if (!current) throw new Error("The harness exists inside a test only.");
      return current;
    };
    for (const describePart of parts) describePart(harness);
  });
}

const parts = [describePassword, describeSend, describeCode, describeBind, describeSms, describeSignInCode, describeResume, describeRepeat, describeSession, describePromises];

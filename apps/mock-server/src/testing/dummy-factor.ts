import type { FactorRunner } from "../factors/runner.ts";

/** The code that the dummy factor takes, as often as it comes. */
export const DUMMY_CODE = "424242";

/** A factor that nobody wrote with counting in mind (S-03, bypass 8): it takes face's place, which the registry lacks where no provider is plugged in. */
export function createDummyFactor(prepare: () => Promise<void> = () => Promise.resolve()): FactorRunner {
  return {
    factor: "face",
    takes: "code",
    prepare: async ({ code }) => {
      await prepare();
      return () => Promise.resolve(code.startsWith(DUMMY_CODE));
    },
  };
}

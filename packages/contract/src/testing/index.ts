// The public conformance suite (subpath ./testing). It alone may import vitest.
export { describeAdapter } from "./conformance.ts";
export type { Harness, MakeHarness, SmsHarness, TotpHarness } from "./harness.ts";

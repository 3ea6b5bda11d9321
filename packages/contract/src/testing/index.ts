// The public conformance suite (subpath ./testing). It alone may import vitest.
export { describeAdapter, describeFaceAdapter } from "./conformance.ts";
export type { FaceHarness, Harness, MakeFaceHarness, MakeHarness, SmsHarness, TotpHarness } from "./harness.ts";

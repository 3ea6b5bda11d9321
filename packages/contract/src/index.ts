// Room: contract. What client and server promise each other; it imports nothing of ours.
export * from "./account.ts";
export * from "./adapter.ts";
export * from "./binding.ts";
export * from "./challenge.ts";
export * from "./endpoints.ts";
export * from "./enrolment.ts";
export * from "./error-code.ts";
export * from "./factor.ts";
export * from "./host.ts";
export * from "./identifier.ts";
export * from "./primitives.ts";
export * from "./problem.ts";
export * from "./result.ts";
export * from "./session.ts";
export * from "./settings.ts";
export * from "./sign-in.ts";
export * from "./token-transport.ts";

import type { IdentitySource } from "../ports.ts";

/** Third parties that exist in development only. They believe whoever names an account, so that a login through one can be tried. */
export const PRETENDED_SOURCES: readonly IdentitySource[] = ["directory", "social"].map((id) => ({ id, identify: (assertion) => Promise.resolve(assertion) }));

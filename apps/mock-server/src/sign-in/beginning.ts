import type { ChallengeRow } from "../store/schema.ts";

/** What a login began with. Only a password, and the word of a third party that the policy names, ask for a second factor (R2, R3). */
export type Beginning = { readonly by: "password" | "code" } | { readonly by: "source"; readonly source: string };

/** As a challenge remembers it. A sign-in by code never leads to a challenge (R2a). Pure. */
export const beginningOf = ({ source }: Pick<ChallengeRow, "source">): Beginning => (source === null ? { by: "password" } : { by: "source", source });

/** RFC 8176 has no word for somebody else's word; `fed` is what others say. */
export const AMR = { password: "pwd", code: "otp", source: "fed" } as const satisfies Record<Beginning["by"], string>;

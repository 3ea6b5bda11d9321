import * as v from "valibot";

/** Countries as ISO 3166-1 alpha-2, the first one preselected in a form. */
export const Countries = v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.minLength(1));
export type Countries = readonly string[];

/**
 * Where an SMS may go unless a policy says otherwise (S-33). Short on purpose: numbers that earn their owner a share of
 * each message lie in the countries nobody listed.
 */
export const DEFAULT_COUNTRIES: Countries = ["CN", "HK", "MO", "TW", "SG", "JP", "KR", "US", "CA", "GB", "DE", "FR"];

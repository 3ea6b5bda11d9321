import type { Generated } from "kysely";
import type { Flag, Millis } from "./column.ts";

export interface ApplicationTable {
  id: string;
  name: string;
  /** The switch "customize security rules for this application" (R3). */
  ownRules: Flag;
  /** JSON: enabled factors in the order of their tabs. */
  factors: string;
  /** JSON: the policy numbers that differ from the defaults. */
  numbers: string;
  /** JSON: where a login may lead, compared by origin and path (R5). */
  redirectUris: string;
  /** JSON: address ranges with a budget of their own (R10). */
  officeRanges: Generated<string>;
  /** JSON: countries an SMS may go to; null: the default list (S-33). */
  phoneCountries: string | null;
  bindDuringLogin: Generated<"when-nothing-bound" | "always">;
  /** JSON: how one may sign in (R2a). */
  signInMethods: Generated<string>;
  /** The host of the page that holds the login, which an SMS names so that a browser may fill its code in. */
  webOtpHost: string | null;
}

/** A secret by which an application's backend says who it is, as a MAC only. Two may stand while one takes the other's place. */
export interface ApplicationSecretTable {
  app: string;
  mac: string;
  createdAt: Millis;
}

export interface GlobalPolicyTable {
  /** Always `global`: one row. */
  id: string;
  factors: string;
  numbers: string;
  phoneCountries: string | null;
  bindDuringLogin: Generated<"when-nothing-bound" | "always">;
  /** JSON: the third parties after whose word a second factor is asked too (R3). */
  identitySources: Generated<string>;
}

/** The words of the mail with a code, by application or for all of them (R20). */
export interface MailTemplateTable {
  /** An application's id, or `global`. */
  scope: string;
  subject: string;
  text: string;
  html: string;
  savedAt: Millis;
}

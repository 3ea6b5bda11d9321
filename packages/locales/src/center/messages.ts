import type { KeyOf, MessagesOf } from "../messages.ts";
import type { centerEn } from "./en.ts";

/** Every key that a view of the personal centre can ask for, beside the login's. Public: removing one is a major version. */
export type CenterMessageKey = KeyOf<typeof centerEn>;

/** One language of the personal centre, complete: a missing key does not compile. */
export type CenterMessages = MessagesOf<typeof centerEn>;

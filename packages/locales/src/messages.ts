import type { enFirst } from "./en-first.ts";
import type { enLater } from "./en-later.ts";
import type { en } from "./en.ts";

type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";
type PluralOf<K> = K extends `${infer Base}_${"one" | "other"}` ? Base : never;

/** Every key that a view can ask for, of English as it stands. */
export type KeyOf<English> = Exclude<keyof English & string, `${PluralOf<keyof English>}_${"one" | "other"}`> | PluralOf<keyof English>;

type Plain<English> = { readonly [K in Exclude<keyof English & string, `${PluralOf<keyof English>}_${"one" | "other"}`>]: string };
type Plurals<English> = { readonly [K in PluralOf<keyof English> as `${K}_other`]: string } & {
  readonly [K in PluralOf<keyof English> as `${K}_${Exclude<PluralCategory, "other">}`]?: string;
};

/** One language, complete against English: a missing key does not compile. */
export type MessagesOf<English> = Plain<English> & Plurals<English>;

/** The keys that have plural forms, without their suffix. */
export type PluralKey = PluralOf<keyof typeof en>;

/** Every key that a view of the login can ask for. Public: removing one is a major version. */
export type MessageKey = KeyOf<typeof en>;

/** One language, complete: neither a missing key compiles nor one too many. `{{name}}` marks a value. */
export type Messages = MessagesOf<typeof en>;

/** What a language says on the first form, and of whatever can go wrong there. */
export type FirstMessages = MessagesOf<typeof enFirst>;

/** What a language says on every later step. */
export type LaterMessages = MessagesOf<typeof enLater>;

import type { en } from "./en.ts";

type Key = keyof typeof en;
type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";
type Plural<K extends Key> = K extends `${infer Base}_${"one" | "other"}` ? Base : never;

/** The keys that have plural forms, without their suffix. */
export type PluralKey = Plural<Key>;

/** Every key that a view can ask for. Public: removing one is a major version. */
export type MessageKey = Exclude<Key, `${PluralKey}_${"one" | "other"}`> | PluralKey;

type Plain = { readonly [K in Exclude<Key, `${PluralKey}_${"one" | "other"}`>]: string };
type Plurals = { readonly [K in PluralKey as `${K}_other`]: string } & {
  readonly [K in PluralKey as `${K}_${Exclude<PluralCategory, "other">}`]?: string;
};

/** One language, complete: a missing key does not compile. `{{name}}` marks a value. */
export type Messages = Plain & Plurals;

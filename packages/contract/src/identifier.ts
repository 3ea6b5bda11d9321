import * as v from "valibot";

/** What a person may type to say who they are (R1). */
export const IdentifierKind = v.picklist(["username", "email", "phone"]);
export type IdentifierKind = v.InferOutput<typeof IdentifierKind>;

export const Identifier = v.pipe(v.string(), v.minLength(1), v.maxLength(320));

/** Accepted as given, 1..1024 characters; more is refused before it is hashed (S-37). */
export const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));

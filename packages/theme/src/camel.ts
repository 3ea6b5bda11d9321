/** `code-box` as `codeBox`. */
export type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

/** `codeBox` as `code-box`, `space1` as `space-1`: a theme's key as a token's name. */
export const kebab = (key: string): string => key.replace(/[A-Z]|\d+$/g, (found) => `-${found.toLowerCase()}`);

/** `code-box` as `codeBox`: a token's name as a theme's key. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

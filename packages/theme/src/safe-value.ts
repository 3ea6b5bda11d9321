const strings = /"[^"\\\n]*"|'[^'\\\n]*'/g;
const innermost = /\([^()]*\)/g;

/** Whether a value stays inside its declaration, whoever wrote it: no end of a rule or of a style element, no address, nothing left open. */
export function isSafe(value: string): boolean {
  let rest = value.replace(strings, "s");
  if (rest.trim() === "" || /[;{}\\!@]|\/\*|url\s*\(/i.test(rest) || /[<>]/.test(value)) return false;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(innermost, "f");
  }
  return !/["'()[\]]/.test(rest);
}

/** Hex or a function. Names of colours are not read: a typing error would look like one. */
export const looksLikeColor = (value: string): boolean => /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$|^[a-z][a-z-]*\(.+\)$/i.test(value.trim());

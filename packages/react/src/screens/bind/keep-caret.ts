const digitsOf = (text: string): number => text.replace(/\D/g, "").length;

/** Where the caret belongs in the formatted text: after as many digits as it stood behind before. */
export function caretAfter(typed: string, caret: number, formatted: string): number {
  const digits = digitsOf(typed.slice(0, caret));
  if (caret === typed.length) return formatted.length;
  let at = 0;
  for (let seen = 0; at < formatted.length && seen < digits; at += 1) if (/\d/.test(formatted.charAt(at))) seen += 1;
  return at;
}

/** A separator was deleted: formatting would put it back at once, and nothing could ever be deleted. */
export const deletedSeparator = (before: string, typed: string): boolean => typed.length < before.length && digitsOf(typed) === digitsOf(before);

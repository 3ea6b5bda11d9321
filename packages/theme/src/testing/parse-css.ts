/** One style rule: its selectors, its declarations and the at-rules around it. */
export interface Rule {
  readonly selectors: string[];
  readonly declarations: [property: string, value: string][];
  readonly around: string[];
}

/** Splits at a separator that stands in no bracket and in no string. */
const split = (text: string, separator: string): string[] => {
  const out = [""];
  let depth = 0;
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted) depth += "([".includes(char) ? 1 : ")]".includes(char) ? -1 : 0;
    if (char === separator && depth === 0 && !quoted) out.push("");
    else out[out.length - 1] += char;
  }
  return out.map((part) => part.trim()).filter((part) => part !== "");
};

const declarationsOf = (body: string): Rule["declarations"] =>
  split(body, ";").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  });

/** Enough of CSS for our own flat files: rules inside at-rules, no nesting. */
export const parseCss = (css: string, around: string[] = []): Rule[] => {
  const rules: Rule[] = [];
  let rest = css.replace(/\/\*[^]*?\*\//g, "");
  for (let open = rest.indexOf("{"); open >= 0; open = rest.indexOf("{")) {
    let close = open + 1;
    for (let depth = 1; depth > 0 && close < rest.length; close += 1) depth += rest[close] === "{" ? 1 : rest[close] === "}" ? -1 : 0;
    const head = rest.slice(rest.lastIndexOf(";", open) + 1, open).trim();
    const body = rest.slice(open + 1, close - 1);
    if (head.startsWith("@")) rules.push(...parseCss(body, [...around, head]));
    else rules.push({ selectors: split(head, ","), declarations: declarationsOf(body), around });
    rest = rest.slice(close);
  }
  return rules;
};

const argumentOf = (selector: string, name: string): { before: string; inside: string; after: string } | undefined => {
  const start = selector.indexOf(`${name}(`);
  if (start < 0) return undefined;
  let end = start + name.length + 1;
  for (let depth = 1; depth > 0; end += 1) depth += selector[end] === "(" ? 1 : selector[end] === ")" ? -1 : 0;
  return { before: selector.slice(0, start), inside: selector.slice(start + name.length + 1, end - 1), after: selector.slice(end) };
};

/** Ids, classes and elements of a selector; `:where()` counts nothing, `:is()` its heaviest. */
export const specificity = (selector: string): [number, number, number] => {
  const where = argumentOf(selector, ":where");
  if (where) return specificity(`${where.before}${where.after}`);
  const is = argumentOf(selector, ":is") ?? argumentOf(selector, ":not") ?? argumentOf(selector, ":has");
  if (is) {
    const inner = split(is.inside, ",").map(specificity).sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2])[0] ?? [0, 0, 0];
    const outer = specificity(`${is.before}${is.after}`);
    return [outer[0] + inner[0], outer[1] + inner[1], outer[2] + inner[2]];
  }
  const bare = selector.replace(/"[^"]*"/g, "");
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0;
  const elements = bare.replace(/\[[^\]]*\]|::?[\w-]+|[.#][\w-]+/g, " ").match(/[a-z][\w-]*/gi)?.length ?? 0;
  return [count(/#[\w-]+/g), count(/\[[^\]]*\]|\.[\w-]+|(?<!:):[\w-]+/g), elements + count(/::[\w-]+/g)];
};

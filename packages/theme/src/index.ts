export { contrast, luminance } from "./contrast.ts";
export { pairs, type Pair } from "./pairs.ts";
export { parts, type Part, type PartKey } from "./parts.ts";
export { seeds, semantics, tokens, type ColorToken, type Token } from "./tokens.ts";

import { ChallengeFactor } from "@guard/contract";

const known: readonly unknown[] = ChallengeFactor.options;

/**
 * Hides the factors a newer server offers and this contract does not know, so that they are no error. When none is
 * left the schema refuses the answer. Anything malformed passes through untouched, for the schema to refuse.
 */
export function hideUnknownFactors(answer: unknown): unknown {
  if (!isRecord(answer)) return answer;
  if (isRecord(answer["challenge"])) return { ...answer, challenge: hideUnknownFactors(answer["challenge"]) };
  const lists = ["factors", "bindings"].filter((name) => Array.isArray(answer[name]));
  if (lists.length === 0) return answer;
  const shown = Object.fromEntries(lists.map((name) => [name, (answer[name] as unknown[]).filter(isKnown)]));
  return { ...answer, ...shown, ...firstToShow(answer["factor"], shown["factors"]) };
}

/** The factor to show first, when the server's choice is one we had to hide. */
function firstToShow(factor: unknown, factors: unknown[] | undefined): { factor?: unknown } {
  if (typeof factor !== "string" || known.includes(factor)) return {};
  return { factor: nameOf(factors?.[0]) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Settings list factors by name, challenges and bindings as objects with one. */
const nameOf = (entry: unknown): unknown => (isRecord(entry) ? entry["factor"] : entry);

function isKnown(entry: unknown): boolean {
  const name = nameOf(entry);
  return typeof name !== "string" || known.includes(name);
}

import { Fragment, type ReactNode } from "react";
import type { MessageKey } from "@guard/locales";
import type { Say } from "./create-i18n.ts";

// A private-use character: it can't stand in a message, so the sentence splits exactly where the value goes.
const mark = (index: number): string => String.fromCharCode(0xe000 + index);

/** A sentence with elements in it, in the order that the language wants. No markup in messages (G6). */
export function sentence(say: Say, key: MessageKey, nodes: Readonly<Record<string, ReactNode>>, values: Readonly<Record<string, string | number>> = {}): ReactNode {
  const names = Object.keys(nodes);
  const text = say(key, { ...values, ...Object.fromEntries(names.map((name, index) => [name, mark(index)])) });
  return text.split(/([\uE000-\uE00F])/).map((piece, index) => {
    const name = names[piece.charCodeAt(0) - 0xe000];
    // oxlint-disable-next-line react/no-array-index-key -- the pieces of one sentence have no other name
    return <Fragment key={index}>{name === undefined ? piece : nodes[name]}</Fragment>;
  });
}

import type { Scene } from "./scene.ts";

/** A rule of section 1.B of the design: what holds, as a sentence, and where it does not. */
export interface Check {
  readonly id: `B${number}`;
  readonly says: string;
  /** What breaks it, named; nothing when it holds. */
  readonly find: (scene: Scene) => readonly string[];
}

/** One thing that keeps a password manager or a browser from filling a form right. */
export interface Finding {
  readonly check: Check["id"];
  readonly says: string;
  readonly found: string;
}

/** An element as it is found again: `input#guard-otp`. */
export const nameOf = (element: Element): string => `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}`;

export const judge = (checks: readonly Check[], scene: Scene): Finding[] => checks.flatMap(({ id, says, find }) => find(scene).map((found) => ({ check: id, says, found })));

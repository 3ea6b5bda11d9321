import type { ChallengeFactor } from "@guard/contract";
import type { StateName, Step } from "@guard/machine";

/** The parts that `classNames` can dress. Each is a `data-slot` in the DOM, there in kebab case. Public: removing one is a major version. */
export const parts = [
  "root",
  "card",
  "header",
  "logo",
  "title",
  "description",
  "form",
  "field",
  "label",
  "control",
  "controlBox",
  "showPassword",
  "hint",
  "delivery",
  "target",
  "error",
  "alert",
  "status",
  "submit",
  "spinner",
  "secondary",
  "secondaryRow",
  "link",
  "code",
  "codeBoxes",
  "codeBox",
  "resend",
  "timer",
  "check",
  "tabs",
  "tab",
  "tabPanel",
  "methods",
  "method",
  "methodName",
  "methodTarget",
  "steps",
  "qr",
  "secret",
  "recoveryCode",
  "camera",
  "back",
  "close",
  "notice",
  "noticeIcon",
  "time",
  "icon",
  "skeleton",
  "footer",
  "section",
  "sectionTitle",
  "row",
  "rowText",
  "badge",
  "told",
] as const;

/** A part by its key. */
export type Part = (typeof parts)[number];

/** What the root's `data-status` says. */
export type Status = "idle" | "submitting" | "error" | "locked" | "closed";

/** What a class may depend on: the state by its name, and what the root's `data-step`, `data-status` and `data-factor` say. Nothing secret is in it. */
export interface PartState<At extends string = StateName, S extends string = Step> {
  readonly at: At;
  readonly step: S;
  readonly status: Status;
  readonly factor: ChallengeFactor | "password" | undefined;
}

/** A class, or what makes one of the state. */
export type ClassName<State = PartState> = string | ((state: State) => string | undefined);

/** Classes by part. A class on `control` is read by password managers as a word about the field: keep `login`, `code` and the like out of it. */
export type ClassNames<State = PartState> = { readonly [P in Part]?: ClassName<State> };

const kebab = (part: Part): string => part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The attributes of a part: its public slot, and its classes when there are any. */
export interface PartProps {
  readonly "data-slot": string;
  readonly className?: string;
}

export function partProps(part: Part, ...classes: readonly (string | undefined)[]): PartProps {
  const className = classes.filter(Boolean).join(" ");
  // Without any no `class` at all: the stylesheet tells parts that a host dresses by it (AD-50).
  return className === "" ? { "data-slot": kebab(part) } : { "data-slot": kebab(part), className };
}

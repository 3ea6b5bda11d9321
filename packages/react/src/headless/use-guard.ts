import type { UserEvent } from "@guard/machine";
import type { ComponentProps, SubmitEvent } from "react";
import { chain } from "../runtime/chain.ts";
import { formProps } from "../runtime/form-props.ts";
import { useGuard as useSnapshot, type GuardSnapshot } from "../use-guard.ts";

type OwnFieldProps = Omit<ComponentProps<"input">, "autoComplete">;

/** A login for your own markup: what it waits for, and the attributes of the elements that answer. What you hand in is merged: your attributes win, both handlers run. */
export interface HeadlessGuard extends GuardSnapshot {
  /** For a step's `<form>`: when it is submitted, the event that you make of its fields' texts is sent; `undefined` sends nothing. */
  readonly getFormProps: (eventOf: (textOf: (name: string) => string) => UserEvent | undefined, own?: ComponentProps<"form">) => ComponentProps<"form">;
  /** For its submit button: never `disabled`, which would explain nothing and lose the focus. */
  readonly getSubmitProps: (own?: ComponentProps<"button">) => ComponentProps<"button">;
  /** For a button that says one thing: back, another method, another try. */
  readonly getActionProps: (event: UserEvent, own?: ComponentProps<"button">) => ComponentProps<"button">;
  /** For the input that says who one is; named `username`. */
  readonly getIdentifierProps: (own?: OwnFieldProps) => ComponentProps<"input">;
  /** For the password; named `password`. */
  readonly getPasswordProps: (own?: OwnFieldProps) => ComponentProps<"input">;
}

const typed = { autoCapitalize: "none", autoCorrect: "off", spellCheck: false, "aria-required": true } as const;
const invalid = ({ state }: GuardSnapshot): boolean => state.at === "password" && state.failure?.error.code === "invalid_credentials";

/** What was typed into a form's field, by its name. */
function textsOf(form: HTMLFormElement): (name: string) => string {
  const values = new FormData(form);
  return (name) => {
    const value = values.get(name);
    return typeof value === "string" ? value : "";
  };
}

function withProps(snapshot: GuardSnapshot): HeadlessGuard {
  const { state, busy, send } = snapshot;
  return {
    ...snapshot,
    getFormProps: (eventOf, own = {}) => {
      const submit = (submitted: SubmitEvent<HTMLFormElement>): void => {
        submitted.preventDefault();
        const event = busy ? undefined : eventOf(textsOf(submitted.currentTarget));
        if (event) send(event);
      };
      return formProps(busy, submit, own);
    },
    getSubmitProps: (own = {}) => ({ type: "submit", "aria-disabled": busy, ...own }),
    getActionProps: (event, own = {}) => ({ type: "button", ...own, onClick: chain(own.onClick, () => send(event)) }),
    getIdentifierProps: (own = {}) => ({ ...typed, type: "text", name: "username", enterKeyHint: "next", defaultValue: "identifier" in state ? state.identifier : undefined, "aria-invalid": invalid(snapshot), ...own, autoComplete: "username" }),
    getPasswordProps: (own = {}) => ({ ...typed, type: "password", name: "password", enterKeyHint: "go", "aria-invalid": invalid(snapshot), ...own, autoComplete: "current-password" }),
  };
}

const known = new WeakMap<GuardSnapshot, HeadlessGuard>();

/** One object a snapshot, so that what a component selects stays the same while the state does. */
function headlessOf(snapshot: GuardSnapshot): HeadlessGuard {
  const made = known.get(snapshot) ?? withProps(snapshot);
  known.set(snapshot, made);
  return made;
}

const whole = (guard: HeadlessGuard): HeadlessGuard => guard;

/** Reads the running login, for your own markup: `state.at` narrows to the data of that state. Inside of `<Guard>` or `<GuardProvider>`. */
export function useGuard(): HeadlessGuard;
export function useGuard<T>(select: (guard: HeadlessGuard) => T): T;
export function useGuard<T>(select: (guard: HeadlessGuard) => T | HeadlessGuard = whole): T | HeadlessGuard {
  return select(headlessOf(useSnapshot()));
}

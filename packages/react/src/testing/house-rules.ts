import type { Step } from "@guard/machine";
import type { CenterStep } from "@guard/machine/center";
import { expect } from "storybook/test";

/** One rule: what holds on every screen, as a sentence, and the check of it. */
interface Rule {
  readonly says: string;
  readonly check: (root: HTMLElement) => Promise<void>;
}

const formSteps: readonly (Step | CenterStep)[] = ["password", "codeRequest", "codeVerify", "verify", "bind", "face", "recovery", "recoveryCode", "stepUp", "bindConfirm", "unbind", "renew"];
const live = '[role="status"], [role="alert"], [role="log"], [aria-live], output';
const all = (root: HTMLElement, selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
const count = async (root: HTMLElement, selector: string, length: number): Promise<void> => expect(all(root, selector)).toHaveLength(length);

async function takesFocus(root: HTMLElement): Promise<void> {
  const [heading, ...others] = all(root, "h1, h2, h3, h4, h5, h6");
  // The lists of the personal centre stand under headings of their own, one level below.
  await expect(others.filter(({ dataset, tagName }) => dataset["slot"] !== "section-title" || Number(tagName.slice(1)) !== Number(heading?.tagName.slice(1)) + 1)).toEqual([]);
  const before = document.activeElement;
  heading?.focus();
  await expect(heading).toHaveFocus();
  heading?.blur();
  if (before instanceof HTMLElement) before.focus();
}

const shared: readonly Rule[] = [
  { says: "one heading names the region and takes focus (D1, D2)", check: takesFocus },
  {
    says: "one polite and one assertive region are live, and nothing else is (D7)",
    check: async (root) => expect(all(root, live).map(({ role }) => role)).toEqual(["alert", "status"]),
  },
  { says: "nothing is disabled, so focus is never lost (A6, D9)", check: (root) => count(root, ":disabled", 0) },
  {
    says: "nothing scrolls sideways (F5)",
    check: async () => expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth),
  },
];

const withForm: readonly Rule[] = [
  { says: "there is one form (A1)", check: (root) => count(root, "form", 1) },
  { says: "it has one real submit button (A1)", check: (root) => count(root, "form button[type=submit]", 1) },
];

const withoutForm: readonly Rule[] = [
  { says: "no form and no field is left (A8, E1)", check: (root) => count(root, "form, input, select, textarea", 0) },
];

const passwords = ({ step, factor }: DOMStringMap): Rule =>
  step === "password" || factor === "password"
    ? { says: "one field takes the current password (A3)", check: (root) => count(root, "input[autocomplete=current-password]", 1) }
    : { says: "no password field is left where a manager could fill it (A9)", check: (root) => count(root, "input[type=password], [autocomplete$=-password]", 0) };

/** What every screen of the house keeps, whatever it shows. Steps are told apart as hosts do it, by `data-step`. */
export function houseRules(root: HTMLElement): readonly Rule[] {
  const { step } = root.dataset;
  // An enrolment that is still on its way has nothing to fill in yet.
  const filled = formSteps.some((name) => name === step) || (step === "enrol" && root.querySelector("ol") !== null);
  return [...shared, ...(filled ? withForm : withoutForm), passwords(root.dataset)];
}

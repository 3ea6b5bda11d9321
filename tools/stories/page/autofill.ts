import { autofillContract, fillContract } from "../../../packages/react/src/testing/autofill-contract/autofill-contract.ts";
import type { Finding } from "../../../packages/react/src/testing/autofill-contract/check.ts";
import type { AutofillStep } from "../../../packages/react/src/testing/autofill-contract/scene.ts";

const roots = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-guard][data-step]")];
const stepOf = ({ dataset }: HTMLElement): AutofillStep => dataset["step"] as AutofillStep;
const line = ({ check, says, found }: Finding): string => `${check} (${says}): ${found}`;

/** What keeps managers from filling what the page shows. */
export const autofill = (): string[] => roots().flatMap((root) => autofillContract(root, stepOf(root))).map(line);

/** The same for what only a fill shows; the fields are filled afterwards. */
export async function filling(): Promise<string[]> {
  const findings = await Promise.all(roots().map((root) => fillContract(root, stepOf(root))));
  return findings.flat().map(line);
}

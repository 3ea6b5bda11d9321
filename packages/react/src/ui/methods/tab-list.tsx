import type { ChallengeFactor } from "@guard/contract";
import type { MessageKey } from "@guard/locales";
import type { FactorTab } from "@guard/machine";
import type { ReactNode } from "react";
import { usePart, useView } from "../../view-context.ts";
import { MethodIcon } from "./method-icon.tsx";
import { useTabKeys } from "./use-tab-keys.ts";

/** Several methods, and what happens when one is chosen. */
export interface MethodsProps {
  readonly tabs: readonly FactorTab[];
  readonly onChoose: (factor: ChallengeFactor) => void;
}

/** A tab has room for one short word. */
const word: { readonly [F in ChallengeFactor]: MessageKey } = { email: "method.email", sms: "tab.sms", totp: "tab.totp", face: "method.face", recovery: "method.recovery" };

/** The methods as tabs with manual activation (ARIA APG). While a verdict is waited for they do nothing (R13). */
export function TabList({ tabs, onChoose }: MethodsProps): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  const { focused, listProps } = useTabKeys();
  return (
    <div role="tablist" aria-label={say("factor.choose")} {...listProps} {...part("tabs")}>
      {tabs.map(({ factor, active, busy }, index) => (
        <button
          key={factor}
          type="button"
          role="tab"
          id={`${id}-tab-${factor}`}
          aria-selected={active}
          aria-controls={`${id}-panel`}
          aria-disabled={busy}
          tabIndex={(focused === undefined ? active : index === focused) ? 0 : -1}
          onClick={() => !busy && onChoose(factor)}
          {...part("tab")}
        >
          <MethodIcon factor={factor} />
          <span>{say(word[factor])}</span>
        </button>
      ))}
    </div>
  );
}

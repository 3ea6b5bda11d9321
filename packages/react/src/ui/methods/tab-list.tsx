import type { ChallengeFactor } from "@guard/contract";
import type { MessageKey } from "@guard/locales";
import type { FactorTab } from "@guard/machine";
import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";
import { MethodIcon } from "./method-icon.tsx";
import { useTabKeys } from "./use-tab-keys.ts";

/** A tab has room for one short word. */
const word: { readonly [F in ChallengeFactor]: MessageKey } = { email: "method.email", sms: "tab.sms", totp: "tab.totp", face: "method.face", recovery: "method.recovery" };

/** The methods as tabs with manual activation (ARIA APG). While a verdict is waited for they do nothing (R13). */
export function TabList({ tabs }: { readonly tabs: readonly FactorTab[] }): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
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
          onClick={() => !busy && send({ type: "FACTOR.CHOOSE", factor })}
          {...part("tab")}
        >
          <MethodIcon factor={factor} />
          <span>{say(word[factor])}</span>
        </button>
      ))}
    </div>
  );
}

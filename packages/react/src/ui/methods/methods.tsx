import { factorTabs } from "@guard/machine";
import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";
import { TabList, type MethodsProps } from "./tab-list.tsx";
import { usePicker } from "./use-picker.ts";

interface MethodTabsProps extends MethodsProps {
  readonly children: ReactNode;
}

/** A step inside the tab of its method. One panel is mounted, so that a manager meets one field (B24). */
export function MethodTabs({ tabs, onChoose, children }: MethodTabsProps): ReactNode {
  const { id } = useView();
  const part = usePart();
  const picker = usePicker(tabs);
  const active = tabs.find((tab) => tab.active);
  if (picker !== "tabs" || !active) return children;
  return (
    <>
      <TabList tabs={tabs} onChoose={onChoose} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${active.factor}`} {...part("tabPanel")}>
        {children}
      </div>
    </>
  );
}

/** The methods of a login. */
export function Methods({ children }: { readonly children: ReactNode }): ReactNode {
  const { state, send } = useGuard();
  return (
    <MethodTabs tabs={factorTabs(state)} onChoose={(factor) => send({ type: "FACTOR.CHOOSE", factor })}>
      {children}
    </MethodTabs>
  );
}

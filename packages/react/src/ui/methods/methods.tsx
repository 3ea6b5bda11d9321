import type { ReactNode } from "react";
import { usePart, useView } from "../../view-context.ts";
import { TabList } from "./tab-list.tsx";
import { usePicker } from "./use-picker.ts";

/** A step inside the tab of its method. One panel is mounted, so that a manager meets one field (B24). */
export function Methods({ children }: { readonly children: ReactNode }): ReactNode {
  const { id } = useView();
  const part = usePart();
  const { is, tabs } = usePicker();
  const active = tabs.find((tab) => tab.active);
  if (is !== "tabs" || !active) return children;
  return (
    <>
      <TabList tabs={tabs} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${active.factor}`} {...part("tabPanel")}>
        {children}
      </div>
    </>
  );
}

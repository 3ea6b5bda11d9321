import type { ReactNode } from "react";
import { usePart, useView } from "../../view-context.ts";
import { Screen, type ScreenProps } from "../screen.tsx";
import { TabList } from "./tab-list.tsx";
import { usePicker } from "./use-picker.ts";

/** The screen of one method among others, under its tab where there is room for tabs. One panel is mounted, so that a manager meets one field (B24). */
export function MethodScreen({ children, ...screen }: Omit<ScreenProps, "above">): ReactNode {
  const { id } = useView();
  const part = usePart();
  const { is, tabs } = usePicker();
  const active = tabs.find((tab) => tab.active);
  if (is === "none") return <Screen {...screen}>{children}</Screen>;
  const panel = is === "tabs" && active ? ({ role: "tabpanel", id: `${id}-panel`, "aria-labelledby": `${id}-tab-${active.factor}` } as const) : undefined;
  // The same element in a list and under tabs: a phone that is turned keeps its form, the focus and the keyboard.
  return (
    <Screen {...screen} above={panel && <TabList tabs={tabs} />}>
      <div {...panel} {...part("tabPanel")}>
        {children}
      </div>
    </Screen>
  );
}

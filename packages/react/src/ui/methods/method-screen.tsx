import { factorTabs } from "@guard/machine";
import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";
import { Screen, type ScreenProps } from "../screen.tsx";
import { TabList, type MethodsProps } from "./tab-list.tsx";
import { usePicker } from "./use-picker.ts";

/** A screen without its place for tabs. */
export type OwnScreen = Omit<ScreenProps, "above">;

/** The screen of one method among others, under its tab where there is room for tabs. One panel is mounted, so that a manager meets one field (B24). */
export function TabbedScreen({ tabs, onChoose, children, ...screen }: OwnScreen & MethodsProps): ReactNode {
  const { id } = useView();
  const part = usePart();
  const picker = usePicker(tabs);
  const active = tabs.find((tab) => tab.active);
  if (picker === "none") return <Screen {...screen}>{children}</Screen>;
  const panel = picker === "tabs" && active ? ({ role: "tabpanel", id: `${id}-panel`, "aria-labelledby": `${id}-tab-${active.factor}` } as const) : undefined;
  // The same element in a list and under tabs: a phone that is turned keeps its form, the focus and the keyboard.
  return (
    <Screen {...screen} above={panel && <TabList tabs={tabs} onChoose={onChoose} />}>
      <div {...panel} {...part("tabPanel")}>
        {children}
      </div>
    </Screen>
  );
}

/** The screen of one of a login's methods. */
export function MethodScreen(screen: OwnScreen): ReactNode {
  const { state, send } = useGuard();
  return <TabbedScreen {...screen} tabs={factorTabs(state)} onChoose={(factor) => send({ type: "FACTOR.CHOOSE", factor })} />;
}

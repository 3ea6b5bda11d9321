import { factorTabs, type FactorTab } from "@guard/machine";
import { useLayoutEffect, useState } from "react";
import { useGuard } from "../../use-guard.ts";
import { useView } from "../../view-context.ts";

/** From this width of the Guard on tabs have room for their words (ux.md 2.2), rem. */
const ROOM_REM = 22;

/** More of them than this are a list. */
const MOST_TABS = 3;

const remOf = (element: Element): number => Number.parseFloat(getComputedStyle(element.ownerDocument.documentElement).fontSize);

/** Whether the Guard is too narrow for tabs: by its own width, not the window's (F14). */
function useNarrow(wanted: boolean): boolean {
  const { id } = useView();
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const root = document.getElementById(`${id}-title`)?.closest("[data-guard]");
    // Where nothing measures (a host's own tests in jsdom), there is room.
    if (!wanted || !root || !("ResizeObserver" in window)) return;
    const look = (): void => setNarrow(root.getBoundingClientRect().width < ROOM_REM * remOf(root));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(root);
    return () => observer.disconnect();
  }, [id, wanted]);
  return narrow;
}

export interface Picker {
  /** `none`: there is nothing to choose from. */
  readonly is: "none" | "tabs" | "list";
  readonly tabs: readonly FactorTab[];
}

/** How the methods of this login are offered. */
export function usePicker(): Picker {
  const { factorPicker } = useView();
  const tabs = factorTabs(useGuard().state);
  const narrow = useNarrow(tabs.length > 1 && factorPicker === "auto");
  if (tabs.length < 2) return { is: "none", tabs };
  if (factorPicker !== "auto") return { is: factorPicker, tabs };
  return { is: narrow || tabs.length > MOST_TABS ? "list" : "tabs", tabs };
}

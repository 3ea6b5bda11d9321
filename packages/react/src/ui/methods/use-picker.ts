import type { FactorTab } from "@guard/machine";
import { useLayoutEffect, useState } from "react";
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

/** `none`: there is nothing to choose from. */
export type Picker = "none" | "tabs" | "list";

/** How several methods are offered. */
export function usePicker(tabs: readonly FactorTab[]): Picker {
  const { factorPicker } = useView();
  const narrow = useNarrow(tabs.length > 1 && factorPicker === "auto");
  if (tabs.length < 2) return "none";
  if (factorPicker !== "auto") return factorPicker;
  return narrow || tabs.length > MOST_TABS ? "list" : "tabs";
}

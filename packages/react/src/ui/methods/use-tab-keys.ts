import { useState, type FocusEvent, type KeyboardEvent } from "react";

const allTabs = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=tab]")];

/** Where a key leads from one of `count` tabs; undefined for a key that leads nowhere. Arrows follow the reading direction. */
export function tabAt(key: string, from: number, count: number, rtl: boolean): number | undefined {
  switch (key) {
    case rtl ? "ArrowLeft" : "ArrowRight":
      return (from + 1) % count;
    case rtl ? "ArrowRight" : "ArrowLeft":
      return (from - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

interface TabKeys {
  /** The index of the one tab in the page's Tab order while focus is among them; undefined: the chosen one. */
  readonly focused: number | undefined;
  readonly listProps: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** Arrow keys move focus and nothing else: choosing sends a code, so it takes Enter, Space or a click (R13). */
export function useTabKeys(): TabKeys {
  const [focused, setFocused] = useState<number>();
  return {
    focused,
    listProps: {
      onKeyDown: (event) => {
        const { currentTarget: list, target, key } = event;
        const tabs = allTabs(list);
        const next = tabAt(key, tabs.indexOf(target as HTMLElement), tabs.length, getComputedStyle(list).direction === "rtl");
        if (next === undefined) return;
        event.preventDefault();
        tabs[next]?.focus();
      },
      onFocus: ({ currentTarget, target }) => setFocused(allTabs(currentTarget).indexOf(target)),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFocused(undefined);
      },
    },
  };
}

import { useEffect, useRef } from "react";
import { printText } from "./print-text.ts";

/** Prints a text. Its page goes with the view at the latest: not every browser tells that its dialogue has closed, and a code is nowhere but on its screen (law 7). */
export function usePrint(): (title: string, text: string) => void {
  const takeAway = useRef<() => void>(undefined);
  useEffect(() => () => takeAway.current?.(), []);
  return (title, text) => {
    takeAway.current?.();
    takeAway.current = printText(title, text);
  };
}

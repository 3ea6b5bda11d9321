import { useEffect } from "react";
import { useView } from "../../view-context.ts";

/** How long a call may run before its wait is put into words, ms (D12). */
const SAY_CHECKING_AFTER = 400;

/** Says that a verdict is waited for, once the wait is long enough to be noticed. */
export function useCheckingNews(busy: boolean): void {
  const { say, announce } = useView();
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => announce(say("busy.checking")), SAY_CHECKING_AFTER);
    return () => clearTimeout(timer);
  }, [busy, say, announce]);
}

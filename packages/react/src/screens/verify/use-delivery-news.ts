import type { ChallengeFactor } from "@guard/contract";
import type { FactorState } from "@guard/machine";
import { useEffect, useRef } from "react";
import { formatDuration } from "../../i18n/format.ts";
import { spokenTarget } from "../../ui/target.tsx";
import { useView } from "../../view-context.ts";
import { useDelivery } from "./use-delivery.ts";

/** Speaks twice a wait: when a code was sent, and when another may be asked for. The seconds between are silent (D8, C-10). */
export function useDeliveryNews({ factor, delivery }: FactorState): void {
  const { say, announce, locale, showTarget } = useView();
  const { sent, wait, over } = useDelivery(delivery);
  const waiting = wait > 0;
  const code = sent?.expiresAt;
  const told = useRef(new Map<ChallengeFactor, number | undefined>());

  useEffect(() => {
    // Not again on the way back to its tab.
    if (sent === undefined || told.current.get(factor) === code) return;
    told.current.set(factor, code);
    const where = showTarget === "none" ? "" : say("verify.sentSpoken", { target: spokenTarget(sent.sentTo, say("target.hiddenPart")) });
    const when = wait > 0 ? say("verify.waitSpoken", { duration: formatDuration(wait * 1000, locale) }) : "";
    announce(`${where} ${when}`.trim());
  }, [factor, sent, code, wait, say, announce, locale, showTarget]);

  // By method: a wait that another tab has is not over because this tab has none.
  const waited = useRef<ChallengeFactor>(undefined);
  useEffect(() => {
    if (waited.current === factor && !waiting && sent !== undefined) announce(say("verify.readySpoken"));
    waited.current = waiting ? factor : undefined;
  }, [factor, waiting, sent, say, announce]);

  const alive = useRef<ChallengeFactor>(undefined);
  useEffect(() => {
    if (alive.current === factor && over && sent !== undefined) {
      const target = showTarget === "none" ? say(`factor.${factor}`) : spokenTarget(sent.sentTo, say("target.hiddenPart"));
      announce(say("verify.codeOver", { target }));
    }
    alive.current = sent !== undefined && !over ? factor : undefined;
  }, [over, sent, say, announce, showTarget, factor]);
}

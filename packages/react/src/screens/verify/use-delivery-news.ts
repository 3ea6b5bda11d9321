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
  const told = useRef<number>(undefined);

  useEffect(() => {
    if (sent === undefined || told.current === code) return;
    told.current = code;
    const where = showTarget === "none" ? "" : say("verify.sentSpoken", { target: spokenTarget(sent.sentTo, say("target.hiddenPart")) });
    const when = wait > 0 ? say("verify.waitSpoken", { duration: formatDuration(wait * 1000, locale) }) : "";
    announce(`${where} ${when}`.trim());
  }, [sent, code, wait, say, announce, locale, showTarget]);

  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && !waiting && sent !== undefined) announce(say("verify.readySpoken"));
    waited.current = waiting;
  }, [waiting, sent, say, announce]);

  const alive = useRef(false);
  useEffect(() => {
    if (alive.current && over && sent !== undefined) {
      const target = showTarget === "none" ? say(`factor.${factor}`) : spokenTarget(sent.sentTo, say("target.hiddenPart"));
      announce(say("verify.codeOver", { target }));
    }
    alive.current = sent !== undefined && !over;
  }, [over, sent, say, announce, showTarget, factor]);
}

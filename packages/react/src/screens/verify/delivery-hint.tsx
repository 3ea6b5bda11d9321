import type { FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { formatDuration } from "../../i18n/format.ts";
import { sentence } from "../../i18n/sentence.tsx";
import { Target } from "../../ui/target.tsx";
import { useView } from "../../view-context.ts";
import { useDelivery } from "./use-delivery.ts";

const MINUTE = 60;

/** Whole minutes and never more of them than are left, since a person plans by them; the last one in seconds, as the lock's (E2). */
const shownLife = (seconds: number): number => (seconds < MINUTE ? seconds : seconds - (seconds % MINUTE));

/** Where the code is: on its way, sent and for how long, over, or not sent. Read, not spoken: it stands outside of the live regions (D8, D11). */
export function DeliveryHint({ factor: { factor, delivery } }: { readonly factor: FactorState }): ReactNode {
  const { say, locale, showTarget } = useView();
  const { sent, life, over } = useDelivery(delivery);
  const name = say(`factor.${factor}`);
  if (delivery.is === "notNeeded") return say("verify.openApp");
  if (delivery.is === "sending") return say("verify.sending", { factor: name });
  if (sent === undefined) return say("verify.notSent");
  const target = <Target masked={showTarget === "none" ? name : sent.sentTo} />;
  if (over) return sentence(say, "verify.codeOver", { target });
  const duration = formatDuration(shownLife(life) * 1000, locale);
  return showTarget === "none" ? say("verify.sentHidden", { factor: name, duration }) : sentence(say, "verify.sent", { target }, { duration });
}

import type { FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { formatDuration } from "../../i18n/format.ts";
import { sentence } from "../../i18n/sentence.tsx";
import { Target } from "../../ui/target.tsx";
import { useView } from "../../view-context.ts";
import { useDelivery } from "./use-delivery.ts";

/** Ten minutes, as the hint says them until the code is over: the seconds would be noise (D11). */
const CODE_LIFE_MS = 600_000;

/** Where the code is: on its way, sent, over, or not sent. */
export function DeliveryHint({ factor: { factor, delivery } }: { readonly factor: FactorState }): ReactNode {
  const { say, locale, showTarget } = useView();
  const { sent, over } = useDelivery(delivery);
  const name = say(`factor.${factor}`);
  if (delivery.is === "notNeeded") return say("verify.openApp");
  if (delivery.is === "sending") return say("verify.sending", { factor: name });
  if (sent === undefined) return say("verify.notSent");
  const target = <Target masked={showTarget === "none" ? name : sent.sentTo} />;
  if (over) return sentence(say, "verify.codeOver", { target });
  const duration = formatDuration(CODE_LIFE_MS, locale);
  return showTarget === "none" ? say("verify.sentHidden", { factor: name, duration }) : sentence(say, "verify.sent", { target }, { duration });
}

import type { FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { formatTimer } from "../../i18n/format.ts";
import { usePart, useView } from "../../view-context.ts";
import { useDelivery } from "./use-delivery.ts";

/** Resend with its countdown. The button keeps its name and its focus; the seconds stand beside it (D9). Once the code is over, another one is what helps (D11). */
export function ResendRow({ factor: { delivery }, onSend }: { readonly factor: Pick<FactorState, "delivery">; readonly onSend: () => void }): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  const { wait, over } = useDelivery(delivery);
  const idle = wait > 0 || delivery.is === "sending" || delivery.is === "resending";
  const waitName = `${id}-resend-wait`;
  return (
    <div {...part("secondaryRow")}>
      <button
        type="button"
        aria-disabled={idle}
        aria-describedby={waitName}
        onClick={onSend}
        {...part(over ? "submit" : "resend")}
      >
        {say(delivery.is === "unsent" ? "verify.send" : "verify.resend")}
      </button>
      <span id={waitName} role="timer" {...part("timer")}>
        {wait > 0 && say("verify.resendIn", { time: formatTimer(wait) })}
      </span>
    </div>
  );
}

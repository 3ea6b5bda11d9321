import type { FactorState } from "@guard/machine";
import type { ReactNode } from "react";
import { formatTimer } from "../../i18n/format.ts";
import { useResendOf } from "../../runtime/use-resend-of.ts";
import { usePart, useView } from "../../view-context.ts";

/** Resend with its countdown. The button keeps its name and its focus; the seconds stand beside it (D9). Once the code is over, another one is what helps (D11). */
export function ResendRow({ factor: { delivery }, onSend }: { readonly factor: Pick<FactorState, "delivery">; readonly onSend: () => void }): ReactNode {
  const { id, say } = useView();
  const part = usePart();
  const { seconds, over, getButtonProps, getTimerProps } = useResendOf(delivery, onSend);
  const waitName = `${id}-resend-wait`;
  return (
    <div {...part("secondaryRow")}>
      <button {...getButtonProps({ "aria-describedby": waitName, ...part(over ? "submit" : "resend") })}>{say(delivery.is === "unsent" ? "verify.send" : "verify.resend")}</button>
      <span {...getTimerProps({ id: waitName, ...part("timer") })}>{seconds > 0 && say("verify.resendIn", { time: formatTimer(seconds) })}</span>
    </div>
  );
}

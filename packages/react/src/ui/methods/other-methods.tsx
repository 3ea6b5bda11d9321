import { challengeOf, factorTabs, offersRecovery, type State } from "@guard/machine";
import type { ChallengeFactor } from "@guard/contract";
import { useState, type ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";
import { Sign } from "../sign.tsx";
import { Target } from "../target.tsx";
import { MethodIcon } from "./method-icon.tsx";
import type { MethodsProps } from "./tab-list.tsx";
import { usePicker } from "./use-picker.ts";

/** Where a method's code goes, as far as the server has said. */
function targetOf(state: State, factor: ChallengeFactor): string | undefined {
  const found = challengeOf(state)?.factors.find((each) => each.factor === factor);
  return found && "sentTo" in found.delivery ? found.delivery.sentTo : found?.target;
}

interface MethodListProps extends MethodsProps {
  /** Offered beside them. */
  readonly also?: readonly ChallengeFactor[];
  readonly targetOf: (factor: ChallengeFactor) => string | undefined;
}

/** "Try another way", where tabs have no room: the same methods as a list that opens. */
export function MethodList({ tabs, also = [], targetOf, onChoose }: MethodListProps): ReactNode {
  const { id, say, showTarget } = useView();
  const part = usePart();
  const picker = usePicker(tabs);
  const [open, setOpen] = useState(false);
  if (picker !== "list") return null;
  const others = [...tabs.flatMap(({ factor, active }) => (active ? [] : [factor])), ...also];
  const busy = tabs.some((tab) => tab.busy);
  return (
    <>
      <button type="button" aria-expanded={open} aria-controls={`${id}-methods`} onClick={() => setOpen(!open)} {...part("secondary")}>
        {say("method.other")}
      </button>
      <ul id={`${id}-methods`} hidden={!open} {...part("methods")}>
        {others.map((factor) => {
          const target = showTarget === "none" ? undefined : targetOf(factor);
          return (
            <li key={factor}>
              <button type="button" aria-disabled={busy} onClick={() => !busy && onChoose(factor)} {...part("method")}>
                <MethodIcon factor={factor} />
                <span {...part("methodName")}>{say(`method.${factor}`)}</span>
                {target !== undefined && (
                  <span {...part("methodTarget")}>
                    <Target masked={target} />
                  </span>
                )}
                <Sign name="next" />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const recovery = ["recovery"] as const;

/** The other methods of a login; the recovery code is one of them (R13). */
export function OtherMethods(): ReactNode {
  const { state, send } = useGuard();
  return (
    <MethodList
      tabs={factorTabs(state)}
      also={offersRecovery(state) ? recovery : []}
      targetOf={(factor) => targetOf(state, factor)}
      onChoose={(factor) => send(factor === "recovery" ? { type: "RECOVERY.OPEN" } : { type: "FACTOR.CHOOSE", factor })}
    />
  );
}

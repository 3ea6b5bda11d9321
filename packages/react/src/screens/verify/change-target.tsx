import type { ChallengeFactor } from "@guard/contract";
import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

/** Back to the address, which is kept as typed (R8). A quiet link once the code is what matters. */
export function ChangeTarget({ as, factor }: { readonly as: "secondary" | "link"; readonly factor: ChallengeFactor }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <button type="button" onClick={() => send({ type: "TARGET.CHANGE" })} {...part(as)}>
      {say(factor === "sms" ? "verify.changeNumber" : "verify.changeTarget")}
    </button>
  );
}

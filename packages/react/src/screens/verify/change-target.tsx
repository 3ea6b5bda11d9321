import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

/** Back to the address, which is kept as typed (R8). */
export function ChangeTarget(): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <button type="button" onClick={() => send({ type: "TARGET.CHANGE" })} {...part("secondary")}>
      {say("verify.changeTarget")}
    </button>
  );
}

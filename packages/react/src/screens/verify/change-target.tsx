import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

/** Back to the address, which is kept as typed (R8). A quiet link once the code is what matters. */
export function ChangeTarget({ as }: { readonly as: "secondary" | "link" }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <button type="button" onClick={() => send({ type: "TARGET.CHANGE" })} {...part(as)}>
      {say("verify.changeTarget")}
    </button>
  );
}

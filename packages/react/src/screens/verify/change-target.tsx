import type { ChallengeFactor } from "@guard/contract";
import type { ReactNode } from "react";
import { usePart, useView } from "../../view-context.ts";

/** Back to the address, which is kept as typed (R8). A quiet link once the code is what matters. */
export function ChangeTarget({ as, factor, onChange }: { readonly as: "secondary" | "link"; readonly factor: ChallengeFactor; readonly onChange: () => void }): ReactNode {
  const { say } = useView();
  const part = usePart();
  return (
    <button type="button" onClick={onChange} {...part(as)}>
      {say(factor === "sms" ? "verify.changeNumber" : "verify.changeTarget")}
    </button>
  );
}

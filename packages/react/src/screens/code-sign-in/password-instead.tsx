import type { ReactNode } from "react";
import { useGuard } from "../../use-guard.ts";
import { usePart, useView } from "../../view-context.ts";

/** The way to the other method; what was typed as identifier is kept. */
export function PasswordInstead(): ReactNode {
  const { say } = useView();
  const part = usePart();
  const send = useGuard((guard) => guard.send);
  return (
    <button type="button" onClick={() => send({ type: "METHOD.CHOOSE", method: "password" })} {...part("secondary")}>
      {say("codeSignIn.password")}
    </button>
  );
}

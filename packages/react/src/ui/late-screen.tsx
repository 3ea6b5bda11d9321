import { useEffect, type ReactNode } from "react";
import type { LoadedScreen } from "../screens/registry.ts";
import { usePart, useView } from "../view-context.ts";
import { BackButton } from "./back-button.tsx";
import { Screen } from "./screen.tsx";

interface LateScreenProps {
  readonly screen: Exclude<LoadedScreen, { is: "ready" }>;
  readonly onFault: (fault: unknown) => void;
}

/** A step whose chunk is not there: on its way, or lost with the connection. The login itself goes on. */
export function LateScreen({ screen, onFault }: LateScreenProps): ReactNode {
  const { say } = useView();
  const part = usePart();
  const fault = screen.is === "failed" ? screen.fault : undefined;
  useEffect(() => {
    if (fault !== undefined) onFault(fault);
  }, [fault, onFault]);
  if (screen.is === "loading") {
    return (
      <Screen title={say("resume.title")}>
        <div aria-hidden="true" {...part("skeleton")} />
      </Screen>
    );
  }
  return (
    <Screen title={say("resume.title")} alert={say("screen.failed")}>
      <button type="button" onClick={screen.retry} {...part("submit")}>
        {say("screen.retry")}
      </button>
      <BackButton>{say("back.signIn")}</BackButton>
    </Screen>
  );
}

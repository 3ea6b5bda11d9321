import type { ReactNode } from "react";
import { BackButton } from "../ui/back-button.tsx";
import { Screen } from "../ui/screen.tsx";
import { useView } from "../view-context.ts";

/** A step whose own view is not there yet: says that something is asked for, and leads back. */
export function PendingView(): ReactNode {
  const { say } = useView();
  return (
    <Screen title={say("verify.title")}>
      <BackButton>{say("back.password")}</BackButton>
    </Screen>
  );
}

import type { ReactNode } from "react";
import { BackLink } from "../../ui/back-button.tsx";
import { useCenter, useCenterSay } from "../use-center.ts";

/** The way back to the list; always there but where a code must be saved (D14). */
export function ToOverview(): ReactNode {
  const say = useCenterSay();
  const { send } = useCenter();
  return <BackLink onBack={() => send({ type: "BACK" })}>{say("center.back")}</BackLink>;
}

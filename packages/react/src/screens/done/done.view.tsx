import type { DoneState } from "@guard/machine";
import type { ReactNode } from "react";
import { Screen } from "../../ui/screen.tsx";
import { Sign } from "../../ui/sign.tsx";
import { useView } from "../../view-context.ts";

/** Signed in. No form is left, so that managers offer to save what worked (A8). */
export function DoneView({ state }: { readonly state: DoneState }): ReactNode {
  const { say } = useView();
  return <Screen title={say("done.title")} notice={{ sign: <Sign name="check" />, tone: "success" }} description={say("done.description", { name: state.session.user.username })} />;
}

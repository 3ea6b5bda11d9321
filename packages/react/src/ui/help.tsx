import type { ReactNode } from "react";
import { usePart, useView } from "../view-context.ts";
import { GuardLink } from "./link.tsx";

/** Who helps, where the host or the settings name somebody. */
export function Help(): ReactNode {
  const { say, links, settings } = useView();
  const part = usePart();
  const help = links.help ?? settings?.links.help;
  if (help === undefined) return null;
  return (
    <p {...part("hint")}>
      <GuardLink to={help}>{say("help.contact")}</GuardLink>
    </p>
  );
}

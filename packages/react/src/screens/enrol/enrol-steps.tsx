import type { Enrolment } from "@guard/machine";
import { useRef, type ReactNode } from "react";
import { CopyButton } from "../../ui/copy-button.tsx";
import { inGroups } from "../../ui/groups.ts";
import { usePart, useView } from "../../view-context.ts";
import { QrCode } from "./qr-code.tsx";

/** Letters of a key between two spaces (ux.md 2.4). */
const GROUP = 4;

/** What to tell the authenticator app: as a link for this very phone, as a picture for another one, as text for neither. */
export function EnrolSteps({ enrolment: { secret, otpauthUri } }: { readonly enrolment: Enrolment }): ReactNode {
  const { say } = useView();
  const part = usePart();
  const key = useRef<HTMLElement>(null);
  return (
    <ol {...part("steps")}>
      <li>
        {say("enrol.getApp")}
        {/* A camera can't scan the screen it belongs to. */}
        <a href={otpauthUri} data-only="touch" {...part("secondary")}>
          {say("enrol.openApp")}
        </a>
      </li>
      <li>
        {say("enrol.scan")}
        <QrCode text={otpauthUri} />
        {say("enrol.byHand")}
        <div translate="no" {...part("secret")}>
          <code ref={key}>{inGroups(secret, GROUP, " ")}</code>
        </div>
        <CopyButton text={secret} shown={key}>
          {say("enrol.copyKey")}
        </CopyButton>
      </li>
      <li>{say("enrol.typeCode")}</li>
    </ol>
  );
}

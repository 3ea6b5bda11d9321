import type { Account } from "@guard/machine/center";
import type { ReactNode } from "react";
import { formatDay } from "../../i18n/format.ts";
import { MethodIcon } from "../../ui/methods/method-icon.tsx";
import { usePart, useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { Row, RowAction } from "./row.tsx";
import { Section } from "./section.tsx";

/** When the recovery code was made, and another one, or the first. It stands in for an authenticator app: without one, and without a way to add one, there is nothing to say. */
export function RecoverySection({ account: { recoveryCodeAt, renewable, bindable } }: { readonly account: Account }): ReactNode {
  const { locale } = useView();
  const say = useCenterSay();
  const part = usePart();
  const { send, busy } = useCenter();
  const made = recoveryCodeAt !== undefined;
  if (!made && !renewable) return bindable.includes("totp") && <Section title={say("center.recovery")}><p {...part("hint")}>{say("center.recoveryNone")}</p></Section>;
  return (
    <Section title={say("center.recovery")}>
      <ul {...part("methods")}>
        <Row
          icon={<MethodIcon factor="recovery" />}
          name={say("center.recovery")}
          details={made ? say("center.recoveryMade", { date: formatDay(recoveryCodeAt, locale) }) : say("center.recoveryMissing")}
          action={
            renewable && (
              <RowAction label={made ? `${say("center.recovery")}: ${say("center.renew")}` : say("center.makeRecovery")} busy={busy} onPress={() => send({ type: "RECOVERY.RENEW" })}>
                {say(made ? "center.renew" : "center.makeRecovery")}
              </RowAction>
            )
          }
        />
      </ul>
    </Section>
  );
}

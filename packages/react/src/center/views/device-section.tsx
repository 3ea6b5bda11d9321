import type { TrustedDevice } from "@guard/contract";
import type { Account } from "@guard/machine/center";
import type { ReactNode } from "react";
import { formatDay } from "../../i18n/format.ts";
import { usePart, useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { Row, RowAction } from "./row.tsx";
import { Section } from "./section.tsx";

/** The browsers that are asked for no code (R24). Nothing where this backend trusts none. */
export function DeviceSection({ account: { devices } }: { readonly account: Account }): ReactNode {
  const say = useCenterSay();
  const part = usePart();
  if (devices === undefined) return null;
  return (
    <Section title={say("center.devices")}>
      <p {...part("hint")}>{say(devices.length === 0 ? "center.devicesNone" : "center.devicesWhy")}</p>
      {devices.length > 0 && (
        <ul {...part("methods")}>
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function DeviceRow({ device: { id, label, lastUsedAt, expiresAt, current } }: { readonly device: TrustedDevice }): ReactNode {
  const { locale } = useView();
  const say = useCenterSay();
  const part = usePart();
  const { send, busy } = useCenter();
  return (
    <Row
      name={
        <>
          <bdi>{label}</bdi> {current && <span {...part("badge")}>{say("center.deviceCurrent")}</span>}
        </>
      }
      details={say("center.deviceUsed", { date: formatDay(lastUsedAt, locale), until: formatDay(expiresAt, locale) })}
      action={
        <RowAction label={say("center.revokeNamed", { name: label })} busy={busy} onPress={() => send({ type: "DEVICE.REVOKE", device: id })}>
          {say("center.revoke")}
        </RowAction>
      }
    />
  );
}

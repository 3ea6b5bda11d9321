import type { Binding, Factor } from "@guard/contract";
import type { CenterMessageKey } from "@guard/locales/center";
import type { Account } from "@guard/machine/center";
import { Fragment, type ReactNode } from "react";
import { formatDay } from "../../i18n/format.ts";
import { MethodIcon } from "../../ui/methods/method-icon.tsx";
import { spokenTarget, Target } from "../../ui/target.tsx";
import { usePart, useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { Row, RowAction } from "./row.tsx";
import { Section } from "./section.tsx";

const additions: { readonly [F in Factor]: CenterMessageKey } = { email: "center.addEmail", sms: "center.addSms", totp: "center.addTotp", face: "center.addFace" };

/** What the person confirms with, and what can be added. */
export function MethodSection({ account: { bindings, bindable } }: { readonly account: Account }): ReactNode {
  const say = useCenterSay();
  const part = usePart();
  const { send } = useCenter();
  return (
    <Section title={say("center.methods")}>
      {bindings.length === 0 && <p {...part("hint")}>{say("center.none")}</p>}
      {bindings.length > 0 && (
        <ul {...part("methods")}>
          {bindings.map((binding) => (
            <MethodRow key={binding.id} binding={binding} />
          ))}
        </ul>
      )}
      {bindable.map((factor) => (
        <button key={factor} type="button" onClick={() => send({ type: "FACTOR.ADD", factor })} {...part("secondary")}>
          {say(additions[factor])}
        </button>
      ))}
    </Section>
  );
}

function MethodRow({ binding: { id, factor, target, boundAt, removable } }: { readonly binding: Binding }): ReactNode {
  const { locale, showTarget } = useView();
  const say = useCenterSay();
  const { send, busy } = useCenter();
  const name = say(`center.${factor}`);
  const shown = showTarget === "none" ? undefined : target;
  const which = shown === undefined ? name : `${name} ${spokenTarget(shown, say("target.hiddenPart"))}`;
  const facts = [shown !== undefined && <Target masked={shown} />, removable ? boundAt !== undefined && say("center.added", { date: formatDay(boundAt, locale) }) : say("center.login")].filter(Boolean);
  return (
    <Row
      icon={<MethodIcon factor={factor} />}
      name={name}
      // oxlint-disable-next-line react/no-array-index-key -- two facts that never move
      details={facts.map((fact, index) => <Fragment key={index}>{index > 0 && <br />}{fact}</Fragment>)}
      action={
        removable && (
          <RowAction label={say("center.removeNamed", { name: which })} busy={busy} onPress={() => send({ type: "FACTOR.REMOVE", binding: id })}>
            {say("center.remove")}
          </RowAction>
        )
      }
    />
  );
}

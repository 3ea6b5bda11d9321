import type { RenewingState, RenewState, UnbindingState, UnbindState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { Form, SubmitButton } from "../../ui/form.tsx";
import { Screen } from "../../ui/screen.tsx";
import { usePart } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";

interface SureProps {
  readonly title: string;
  readonly why: string;
  readonly yes: string;
  readonly busy: boolean;
  readonly alert: string | undefined;
}

/** A question in the page: focus goes to its heading like at any step, and Cancel leads back. */
function Sure({ title, why, yes, busy, alert }: SureProps): ReactNode {
  const say = useCenterSay();
  const part = usePart();
  const { send } = useCenter();
  return (
    <Screen title={title} description={why} alert={alert}>
      <Form
        busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          send({ type: "CONFIRM" });
        }}
      >
        <SubmitButton busy={busy}>{yes}</SubmitButton>
        <button type="button" onClick={() => send({ type: "BACK" })} {...part("secondary")}>
          {say("center.cancel")}
        </button>
      </Form>
    </Screen>
  );
}

/** Before a factor is removed (R18): what that means. */
export function UnbindView({ state }: { readonly state: UnbindState | UnbindingState }): ReactNode {
  const say = useCenterSay();
  const { bindings } = state.account;
  const binding = bindings.find(({ id }) => id === state.id);
  const factor = binding?.factor ?? "email";
  const why = say(factor === "totp" ? "unbind.whyTotp" : "unbind.why");
  const alert = useFailureText(state.at === "unbind.confirm" ? state.failure : undefined);
  return (
    <Sure
      title={say("unbind.title", { name: say(`center.${factor}`) })}
      why={bindings.length === 1 ? say("sentence.pair", { first: why, second: say("unbind.last") }) : why}
      yes={say("unbind.submit")}
      busy={state.at === "unbinding"}
      alert={alert}
    />
  );
}

/** Before the recovery code is replaced, or the first one made. */
export function RenewView({ state }: { readonly state: RenewState | RenewingState }): ReactNode {
  const say = useCenterSay();
  const alert = useFailureText(state.at === "renew.confirm" ? state.failure : undefined);
  const busy = state.at === "renewing";
  if (state.account.recoveryCodeAt === undefined) return <Sure title={say("renew.titleFirst")} why={say("center.recoveryMissing")} yes={say("center.makeRecovery")} busy={busy} alert={alert} />;
  return <Sure title={say("renew.title")} why={say("renew.why")} yes={say("renew.submit")} busy={busy} alert={alert} />;
}

import { activeFactor, type FactorTab } from "@guard/machine";
import type { ChallengeFactor, Factor } from "@guard/contract";
import type { StepUpState, StepUpVerifyingState } from "@guard/machine/center";
import type { ReactNode } from "react";
import { isFieldFailure } from "../../i18n/error-text.ts";
import { useFailureText } from "../../i18n/use-failure-text.ts";
import { useCodeEntry } from "../../runtime/use-code-entry.ts";
import { FaceScreen } from "../../screens/face/face-screen.tsx";
import { CodeEntryForm } from "../../screens/verify/code-entry-form.tsx";
import { useCheckingNews } from "../../screens/verify/use-checking-news.ts";
import { useDeliveryNews } from "../../screens/verify/use-delivery-news.ts";
import { TabbedScreen, type OwnScreen } from "../../ui/methods/method-screen.tsx";
import { MethodList } from "../../ui/methods/other-methods.tsx";
import { useView } from "../../view-context.ts";
import { useCenter, useCenterSay } from "../use-center.ts";
import { ToOverview } from "./to-overview.tsx";

interface StepUpProps {
  readonly state: StepUpState | StepUpVerifyingState;
}

const isProof = (factor: ChallengeFactor): factor is Factor => factor !== "recovery";

/** The ways to prove oneself, as tabs and as a list. */
function useMethods({ proof: { factors, active } }: StepUpState | StepUpVerifyingState, busy: boolean) {
  const { send } = useCenter();
  const tabs: readonly FactorTab[] = factors.map(({ factor }) => ({ factor, bound: true, active: factor === active, busy }));
  const onChoose = (factor: ChallengeFactor): void => {
    if (isProof(factor)) send({ type: "FACTOR.CHOOSE", factor });
  };
  return { tabs, onChoose, frame: (screen: OwnScreen) => <TabbedScreen {...screen} tabs={tabs} onChoose={onChoose} /> };
}

/** A fresh proof before a change (R18): by a code that is sent or shown by an app, or by face. */
export function StepUpView({ state }: StepUpProps): ReactNode {
  const busy = state.at === "stepUp.verifying";
  const { failure, factor } = activeFactor(state.proof);
  const { tabs, onChoose, frame } = useMethods(state, busy);
  const text = useFailureText(failure);
  const ways = (
    <>
      <MethodList tabs={tabs} targetOf={(other) => targetOf(state, other)} onChoose={onChoose} />
      <ToOverview />
    </>
  );
  if (factor === "face") return <FaceScreen bound busy={busy} failure={failure} frame={frame}>{ways}</FaceScreen>;
  return <CodeProof key={factor} state={state} text={text} frame={frame} ways={ways} />;
}

function targetOf({ proof }: StepUpState | StepUpVerifyingState, factor: ChallengeFactor): string | undefined {
  const delivery = proof.factors.find((each) => each.factor === factor)?.delivery;
  return delivery && "sentTo" in delivery ? delivery.sentTo : undefined;
}

interface CodeProofProps extends StepUpProps {
  readonly text: string | undefined;
  readonly frame: (screen: OwnScreen) => ReactNode;
  readonly ways: ReactNode;
}

function CodeProof({ state, text, frame, ways }: CodeProofProps): ReactNode {
  const { autoSubmit } = useView();
  const say = useCenterSay();
  const { send } = useCenter();
  const factor = activeFactor(state.proof);
  const busy = state.at === "stepUp.verifying";
  const { failure } = factor;
  const field = useCodeEntry({ autoSubmit, failure, busy, submitCode: (code) => send({ type: "CODE.SUBMIT", code }) });
  useDeliveryNews(factor);
  useCheckingNews(busy);
  const inField = failure !== undefined && isFieldFailure(failure);
  return frame({
    title: say("stepUp.title"),
    description: say(`stepUp.${state.intent.is}`),
    alert: inField ? undefined : text,
    spoken: inField ? text : undefined,
    children: (
      <CodeEntryForm factor={factor} field={field} label={say("stepUp.submit")} onSend={() => send({ type: "CODE.SEND" })}>
        {ways}
      </CodeEntryForm>
    ),
  });
}

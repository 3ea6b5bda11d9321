import { centerStepOf, type Center, type CenterState, type CenterStep, type CenterUserEvent } from "@guard/machine/center";
import { useMemo } from "react";
import { useLatest } from "../runtime/use-latest.ts";
import { reportFault } from "../runtime/use-guard-runtime.ts";
import { useSubmit } from "../runtime/use-submit.ts";
import type { SecurityCenterProps } from "./center-props.ts";

/** The same centre, whose forms ask the host before they go off. */
export function useAskingCenter(center: Center, { onBeforeSubmit, onFault }: Pick<SecurityCenterProps, "onBeforeSubmit" | "onFault">): Center {
  const submit = useSubmit<CenterState, CenterStep, CenterUserEvent>(center, centerStepOf, onBeforeSubmit, useLatest(onFault ?? reportFault));
  return useMemo(() => ({ ...center, send: (event) => (event.type.endsWith(".SUBMIT") ? submit(event) : center.send(event)) }), [center, submit]);
}

import { prefetchFlow, type Guard } from "@guard/machine";
import { createContext, useEffect, useLayoutEffect, type ReactNode } from "react";
import type { LoginProps } from "./guard-props.ts";
import { useGuardRuntime } from "./runtime/use-guard-runtime.ts";
import { useOutcomes } from "./runtime/use-outcomes.ts";
import { whenIdle } from "./runtime/when-idle.ts";

export const GuardContext = createContext<Guard | undefined>(undefined);

const ignore = (): void => undefined;

export interface GuardProviderProps extends LoginProps {
  readonly children: ReactNode;
}

/** Runs a login for your own markup: read it with `useGuard`. `<Guard>` is this plus our views. */
export function GuardProvider({ children, ...login }: GuardProviderProps): ReactNode {
  const guard = useGuardRuntime(login);
  // Before paint: a reload in the middle shows its own step and not the password first (law 8).
  useLayoutEffect(() => guard.subscribe(ignore), [guard]);
  useEffect(() => whenIdle(prefetchFlow), []);
  useOutcomes(guard, login);
  return <GuardContext value={guard}>{children}</GuardContext>;
}

import { createGuard, prefetchFlow, type Guard } from "@guard/machine";
import { createContext, useEffect, useLayoutEffect, type ReactNode } from "react";
import type { LoginProps } from "./guard-props.ts";
import { RunningContext } from "./running.ts";
import { useGuardRuntime } from "./runtime/use-guard-runtime.ts";
import { useOutcomes } from "./runtime/use-outcomes.ts";
import { whenIdle } from "./runtime/when-idle.ts";

export const GuardContext = createContext<Guard | undefined>(undefined);

/** Puts a running login around what reads it. */
export function GuardStage({ guard, children }: { readonly guard: Guard; readonly children: ReactNode }): ReactNode {
  return (
    <RunningContext value={guard}>
      <GuardContext value={guard}>{children}</GuardContext>
    </RunningContext>
  );
}

const ignore = (): void => undefined;

export interface GuardProviderProps extends LoginProps {
  readonly children: ReactNode;
}

/** A login that runs for as long as somebody renders it. */
export function useLogin(login: LoginProps, create: typeof createGuard): Guard {
  const guard = useGuardRuntime(login, create);
  // Before paint: a reload in the middle shows its own step and not the password first (law 8).
  useLayoutEffect(() => guard.subscribe(ignore), [guard]);
  useEffect(() => whenIdle(prefetchFlow), []);
  useOutcomes(guard, login);
  return guard;
}

/** Runs a login for your own markup: read it with `useGuard`. `<Guard>` is this plus our views. */
export function GuardProvider({ children, ...login }: GuardProviderProps): ReactNode {
  return <GuardStage guard={useLogin(login, createGuard)}>{children}</GuardStage>;
}

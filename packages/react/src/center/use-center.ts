import type { CenterMessageKey } from "@guard/locales/center";
import { isCenterBusy, type Center, type CenterState, type CenterUserEvent } from "@guard/machine/center";
import { createContext, use, useSyncExternalStore } from "react";
import type { Say } from "../i18n/create-i18n.ts";
import { useView } from "../view-context.ts";

export const CenterContext = createContext<Center | undefined>(undefined);

interface CenterSnapshot {
  readonly state: CenterState;
  /** A call runs that only BACK leaves. */
  readonly busy: boolean;
  readonly send: (event: CenterUserEvent) => void;
}

/** The running personal centre. Throws outside of it. */
export function useRunningCenter(): Center {
  const center = use(CenterContext);
  if (!center) throw new Error("A view of the personal centre stands outside of <SecurityCenter>, so it has nothing to show. Render it inside.");
  return center;
}

/** Reads the running personal centre. */
export function useCenter(): CenterSnapshot {
  const { getState, subscribe, send } = useRunningCenter();
  const state = useSyncExternalStore(subscribe, getState, getState);
  return { state, busy: isCenterBusy(state), send };
}

/** Says a sentence of the personal centre, or one that it shares with the login. */
export type CenterSay = (key: CenterMessageKey | Parameters<Say>[0], values?: Readonly<Record<string, string | number>>) => string;

/** The words of the personal centre. */
export function useCenterSay(): CenterSay {
  // The cast: the shell has put both languages into one, and only the login's keys stand in the shared views' type.
  return useView().say as CenterSay;
}

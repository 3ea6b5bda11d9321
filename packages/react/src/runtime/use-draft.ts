import { challengeOf } from "@guard/machine";
import { useMemo } from "react";
import { useGuard } from "../use-guard.ts";
import { useView } from "../view-context.ts";
import type { Draft } from "./drafts.ts";

/** The drafts of the open challenge, by field. */
export function useDrafts(): (field: string) => Draft {
  const { drafts } = useView();
  const token = useGuard(({ state }) => challengeOf(state)?.token ?? "");
  return (field) => drafts.of(token, field);
}

/** The draft of one field, by its name among all of a challenge: an address and the code that goes to it are two. */
export function useDraft(field: string): Draft {
  const { drafts } = useView();
  const token = useGuard(({ state }) => challengeOf(state)?.token ?? "");
  return useMemo(() => drafts.of(token, field), [drafts, token, field]);
}

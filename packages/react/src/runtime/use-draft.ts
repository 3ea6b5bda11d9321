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

/** The draft of one method's field, while its challenge is open. */
export function useDraft(method: string): Draft {
  const { drafts } = useView();
  const token = useGuard(({ state }) => challengeOf(state)?.token ?? "");
  return useMemo(() => drafts.of(token, method), [drafts, token, method]);
}

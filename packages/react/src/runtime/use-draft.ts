import { challengeOf } from "@guard/machine";
import { useMemo } from "react";
import { useGuard } from "../use-guard.ts";
import { useView } from "../view-context.ts";
import type { Draft } from "./drafts.ts";

/** The draft of one method's field, while its challenge is open. */
export function useDraft(method: string): Draft {
  const { drafts } = useView();
  const token = useGuard(({ state }) => challengeOf(state)?.token ?? "");
  return useMemo(() => drafts.of(token, method), [drafts, token, method]);
}

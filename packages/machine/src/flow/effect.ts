import type { Factor, SentFactor, Trigger } from "@guard/contract";
import type { TaskId } from "./state.ts";

/** A call to the adapter, as plain data. The runtime performs it for as long as the state still names its task. */
export type Effect =
  | { readonly type: "signIn"; readonly task: TaskId; readonly identifier: string; readonly password: string }
  | { readonly type: "resume"; readonly task: TaskId; readonly token: string }
  | { readonly type: "send"; readonly task: TaskId; readonly token: string; readonly factor: SentFactor; readonly trigger: Trigger }
  | { readonly type: "bind"; readonly task: TaskId; readonly token: string; readonly factor: SentFactor; readonly target: string }
  | { readonly type: "verify"; readonly task: TaskId; readonly key: TaskId; readonly token: string; readonly factor: Factor; readonly code: string };

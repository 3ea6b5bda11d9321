import type { Factor, SentFactor, Trigger } from "@guard/contract";
import type { TaskId } from "../flow/challenge-data.ts";

interface Call {
  readonly task: TaskId;
}

/** A call that changes something, under the key of a try whose answer never arrived, or its own (R12a). */
interface Keyed extends Call {
  readonly key: TaskId;
}

/** A call to the adapter, as plain data. The runtime adds the session and performs it for as long as the state names its task. */
export type CenterEffect =
  | (Call & { readonly type: "read" })
  | (Call & { readonly type: "sendStepUp"; readonly factor: SentFactor; readonly trigger: Trigger })
  | (Keyed & { readonly type: "stepUp"; readonly proof: { readonly factor: Factor; readonly code: string } | { readonly password: string } })
  | (Keyed & { readonly type: "stepUpFace"; readonly image: Uint8Array })
  | (Keyed & { readonly type: "bind"; readonly factor: SentFactor; readonly target: string; readonly trigger: Trigger })
  | (Keyed & { readonly type: "confirm"; readonly factor: SentFactor; readonly code: string })
  | (Call & { readonly type: "startTotp" })
  | (Keyed & { readonly type: "confirmTotp"; readonly code: string })
  | (Keyed & { readonly type: "bindFace"; readonly image: Uint8Array })
  | (Keyed & { readonly type: "unbind"; readonly id: string })
  | (Keyed & { readonly type: "renew" })
  | (Keyed & { readonly type: "revoke"; readonly id: string });

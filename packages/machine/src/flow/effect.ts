import type { Factor, SentFactor, Trigger } from "@guard/contract";
import type { TaskId } from "./state.ts";

interface Call {
  readonly task: TaskId;
}

/** A call of an open challenge. */
interface ChallengeCall extends Call {
  readonly token: string;
}

/** A call that may complete the login, under the key of a try whose verdict never arrived, or its own (R12a). */
interface Judged {
  readonly key: TaskId;
}

/** A call to the adapter, as plain data. The runtime performs it for as long as the state still names its task. */
export type Effect =
  | (Call & { readonly type: "signIn"; readonly identifier: string; readonly password: string })
  | (Call & { readonly type: "requestSignInCode"; readonly identifier: string; readonly trigger: Trigger })
  | (Call & Judged & { readonly type: "verifySignInCode"; readonly identifier: string; readonly code: string })
  | (ChallengeCall & { readonly type: "resume" })
  | (ChallengeCall & { readonly type: "send"; readonly factor: SentFactor; readonly trigger: Trigger })
  | (ChallengeCall & { readonly type: "bind"; readonly factor: SentFactor; readonly target: string })
  | (ChallengeCall & Judged & { readonly type: "verify"; readonly factor: Factor; readonly code: string; readonly trustDevice?: true })
  | (ChallengeCall & { readonly type: "startTotp" })
  | (ChallengeCall & Judged & { readonly type: "confirmTotp"; readonly code: string })
  | (ChallengeCall & Judged & { readonly type: "verifyRecoveryCode"; readonly code: string })
  /** `bound`: the picture is compared with the bound face, or else becomes it. */
  | (ChallengeCall & Judged & { readonly type: "face"; readonly image: Uint8Array; readonly bound: boolean });

import { isProven, type Account } from "./account.ts";
import type { StampedCenter } from "./event.ts";
import { openStepUp } from "./open-step-up.ts";
import type { Intent } from "./state.ts";
import { turn, type CenterTurn } from "./turn.ts";

interface Asked {
  readonly offset: number;
  readonly account: Account;
}

/** Does what was asked for, under the given key. */
export function carryOut({ offset, account }: Asked, intent: Intent, task: string, key: string = task): CenterTurn {
  const here = { offset, account };
  const change = { ...here, task, key };
  switch (intent.is) {
    case "address":
      return turn({ at: "bindTarget", ...here, factor: intent.factor });
    case "send": {
      const { factor, target } = intent;
      return turn({ at: "bindTarget.sending", ...change, factor, typed: target }, { type: "bind", task, key, factor, target, trigger: "auto" });
    }
    case "code":
      return turn({ at: "bindConfirm", ...here, binding: intent.binding });
    case "enrol":
      return turn({ at: "enrol.loading", ...here, task }, { type: "startTotp", task });
    case "face":
      return turn({ at: "face", ...here });
    case "unbind":
      return turn({ at: "unbinding", ...change, id: intent.id }, { type: "unbind", task, key, id: intent.id });
    case "renew":
      return turn({ at: "renewing", ...change }, { type: "renew", task, key });
    case "revoke":
      return turn({ at: "device.revoking", ...change, id: intent.id }, { type: "revoke", task, key, id: intent.id });
  }
}

/** Does it at once where the last proof counts, and asks for another one first where it is known not to (R18). */
export function ask(asked: Asked, intent: Intent, event: StampedCenter, key: string = event.id): CenterTurn {
  return isProven(asked.account, event.now + asked.offset) ? carryOut(asked, intent, event.id, key) : openStepUp(asked, intent, event);
}

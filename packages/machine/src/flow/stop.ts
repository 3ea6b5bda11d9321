import type { GuardError } from "@guard/contract";
import type { Stamped } from "./event.ts";
import type { State } from "./state.ts";
import { turn, type Turn } from "./turn.ts";

/** Errors of the account, whatever was asked (R11a, R11b). Undefined: the step handles the error itself. */
export function stopAccount({ identifier, offset }: State, error: GuardError): Turn | undefined {
  switch (error.code) {
    case "locked":
      return turn({ at: "locked", identifier, offset, lockedUntil: error.lockedUntil });
    case "closed":
      return turn({ at: "closed", identifier, offset });
    default:
      return undefined;
  }
}

/** Errors that end a challenge wherever they come from: the account's, and its own end (R12). */
export function stop(state: State, error: GuardError): Turn | undefined {
  const { identifier, offset } = state;
  const over = error.code === "challenge_expired" || error.code === "unauthorized";
  return over ? turn({ at: "expired", identifier, offset }) : stopAccount(state, error);
}

/** BACK, from anywhere: the password again, with what was typed as identifier (D14). */
export function backToPassword({ identifier, offset }: State): Turn {
  return turn({ at: "password", identifier, offset });
}

/** Locked, expired: read, then back to the password (R11a, R12). */
export const leave = (state: State, event: Stamped): Turn => (event.type === "BACK" || event.type === "RETRY" ? backToPassword(state) : turn(state));

import type { GuardError } from "@guard/contract";
import type { Stamped } from "./event.ts";
import type { State } from "./state.ts";
import { turn, type Turn } from "./turn.ts";

/** Errors that end a challenge wherever they come from (R11a, R11b, R12). Undefined: the step handles the error itself. */
export function stop({ identifier, offset }: State, error: GuardError): Turn | undefined {
  switch (error.code) {
    case "locked":
      return turn({ at: "locked", identifier, offset, lockedUntil: error.lockedUntil });
    case "closed":
      return turn({ at: "closed", identifier, offset });
    case "challenge_expired":
    case "unauthorized":
      return turn({ at: "expired", identifier, offset });
    default:
      return undefined;
  }
}

/** BACK, from anywhere: the password again, with what was typed as identifier (D14). */
export function backToPassword({ identifier, offset }: State): Turn {
  return turn({ at: "password", identifier, offset });
}

/** Locked, closed, expired: read, then back to the password (R11a, R12). */
export const leave = (state: State, event: Stamped): Turn => (event.type === "BACK" || event.type === "RETRY" ? backToPassword(state) : turn(state));

import { requestCode } from "./code-request.ts";
import type { Stamped } from "./event.ts";
import type { ExpiredState } from "./state.ts";
import { leave } from "./stop.ts";
import type { Turn } from "./turn.ts";

/** Read, then back to where it began: the password, or the address that another code goes to (R12, R2a). */
export const expired = (state: ExpiredState, event: Stamped): Turn => (state.was === "code" && event.type === "RETRY" ? requestCode(state) : leave(state, event));

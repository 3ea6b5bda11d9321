// Preloaded into a server process: it dies, as by kill -9, at the moment it would compare a code, which is after the try
// was counted and before it is judged. The compare is the second MAC that a call without Idempotency-Key asks for; the first
// is of a recovery code that may be due, made before the count. Armed by a file, which is there or not when it is looked
// for: a signal can be overtaken by the request behind it.
import { existsSync } from "node:fs";

const { sign } = crypto.subtle;
let macs = 0;
crypto.subtle.sign = function (...input) {
  if (existsSync(process.env.DIE_ONCE_THERE) && (macs += 1) === 2) process.kill(process.pid, "SIGKILL");
  return sign.apply(this, input);
};

// Preloaded into a server process: it dies, as by kill -9, at the moment it would compare a code, which is after the try
// was counted and before it is judged. The compare is the second MAC that a call without Idempotency-Key asks for; the first
// is of a recovery code that may be due, made before the count.
const { sign } = crypto.subtle;
let armed = false;
let macs = 0;
process.on("SIGUSR2", () => {
  armed = true;
});
crypto.subtle.sign = function (...input) {
  if (armed && (macs += 1) === 2) process.kill(process.pid, "SIGKILL");
  return sign.apply(this, input);
};

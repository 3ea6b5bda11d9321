// Preloaded into a server process: it dies, as by kill -9, at the moment it would compare a code, which is after the try
// was counted and before it is judged. The compare is the first MAC that a call without Idempotency-Key asks for.
const { sign } = crypto.subtle;
let armed = false;
process.on("SIGUSR2", () => {
  armed = true;
});
crypto.subtle.sign = function (...input) {
  if (armed) process.kill(process.pid, "SIGKILL");
  return sign.apply(this, input);
};

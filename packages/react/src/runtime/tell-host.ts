/** Calls what a host handed in to be told. What it throws is the host's bug: it is reported, and the login goes on. */
export function tellHost(onFault: (fault: unknown) => void, call: () => void): void {
  try {
    call();
  } catch (fault) {
    onFault(fault);
  }
}

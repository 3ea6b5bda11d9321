/** A handler of ours behind one of the host's: both hear, the host first. */
export function chain<Event>(host: ((event: Event) => void) | undefined, own: (event: Event) => void): (event: Event) => void {
  return (event) => {
    host?.(event);
    own(event);
  };
}

/** A part by its public slot; a story that lost it fails with its name. */
export function partOf(root: HTMLElement, slot: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(`[data-slot="${slot}"]`);
  if (!part) throw new Error(`The screen shows no [data-slot="${slot}"].`);
  return part;
}

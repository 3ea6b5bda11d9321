/** An element as a person finds it again. */
export function nameOf(element: Element): string {
  const slot = element.getAttribute("data-slot");
  const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40);
  return `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}${slot === null ? "" : `[data-slot=${slot}]`} “${words}”`;
}

const unread = "select, .guard-sr-only, [aria-hidden=true]";

const isInside = (inner: DOMRect, outer: DOMRect): boolean => inner.left >= outer.left - 1 && inner.right <= outer.right + 1;

/** What clips its own overflow hides what does not fit. */
const hides = (element: Element): boolean => getComputedStyle(element).overflowX !== "visible" && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);

function textsOf(root: HTMLElement): { readonly text: string; readonly rect: DOMRect; readonly box: HTMLElement }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const box = node.parentElement?.closest<HTMLElement>("button, a, p, li, label, [data-slot]");
    const range = document.createRange();
    range.selectNodeContents(node);
    if (box && node.textContent?.trim() && !box.closest(unread) && !node.parentElement?.closest(unread) && range.getClientRects().length > 0) found.push({ text: node.textContent, rect: range.getBoundingClientRect(), box });
  }
  return found;
}

/** Texts that a person can't read whole: they leave the screen of `root` or their own box, or the box hides them. */
export function cutOff(root: HTMLElement): readonly string[] {
  const screen = root.getBoundingClientRect();
  return textsOf(root)
    .filter(({ rect, box }) => !isInside(rect, screen) || !isInside(rect, box.getBoundingClientRect()) || hides(box))
    .map(({ text, box }) => `${root.dataset["step"]}, ${box.dataset["slot"] ?? box.tagName}: ${text}`);
}

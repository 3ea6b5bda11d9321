/** Prints a text and nothing else of the page: a frame of its own, filled through the DOM, so that a strict policy allows it. */
export function printText(title: string, text: string): void {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const page = frame.contentDocument;
  const heading = page?.createElement("h1");
  const body = page?.createElement("pre");
  if (!page || !heading || !body) return frame.remove();
  page.title = title;
  heading.textContent = title;
  body.textContent = text;
  page.body.append(heading, body);
  // Once the dialogue has closed, whatever was chosen in it.
  frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow?.print();
}

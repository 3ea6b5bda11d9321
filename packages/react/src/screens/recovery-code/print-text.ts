// Out of sight and not `display: none`, which some browsers print as an empty page.
const unseen = { position: "fixed", top: "-200vh", width: "100vw", height: "100vh", border: "0" } as const;

function unseenFrame(): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  Object.assign(frame.style, unseen);
  return frame;
}

/** Prints a text and nothing else of the page: a frame of its own, filled through the DOM, so that a strict policy allows it. Answers what takes it away. */
export function printText(title: string, text: string): () => void {
  const frame = unseenFrame();
  const takeAway = (): void => frame.remove();
  document.body.append(frame);
  const page = frame.contentDocument;
  const heading = page?.createElement("h1");
  const body = page?.createElement("pre");
  if (!page || !heading || !body) {
    takeAway();
    return takeAway;
  }
  page.title = title;
  heading.textContent = title;
  body.textContent = text;
  page.body.append(heading, body);
  // Once the dialogue has closed, whatever was chosen in it.
  frame.contentWindow?.addEventListener("afterprint", takeAway);
  frame.contentWindow?.print();
  return takeAway;
}

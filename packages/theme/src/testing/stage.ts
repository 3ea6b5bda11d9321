import { createTheme } from "../studio.ts";
import css from "../styles.css?inline";
import type { Scheme, ThemeInput } from "../theme-input.ts";

/** A root with our stylesheet on it, in a browser. */
export function stage(): { readonly root: HTMLElement; readonly wear: (input: ThemeInput, scheme: Scheme) => void } {
  const style = document.createElement("style");
  style.textContent = css;
  document.head.append(style);
  const root = document.createElement("section");
  root.dataset["guard"] = "";
  document.body.append(root);
  const wear = (input: ThemeInput, scheme: Scheme): void => {
    root.removeAttribute("style");
    for (const [name, value] of Object.entries(createTheme(input).vars)) root.style.setProperty(name, value);
    root.dataset["colorScheme"] = scheme;
  };
  return { root, wear };
}

const pixel = globalThis.document?.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** A colour as Chromium paints it: red, green, blue and alpha, 0 to 255. */
export function painted(color: string): number[] {
  if (!pixel) throw new Error("Chromium has no canvas.");
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = "#0000";
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  return [...pixel.getImageData(0, 0, 1, 1).data];
}

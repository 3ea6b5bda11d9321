import type { ReactNode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";

/** Renders a page, or takes over what a server has rendered. */
export function show(page: ReactNode): void {
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root.");
  if (root.firstElementChild) hydrateRoot(root, page);
  else createRoot(root).render(page);
}

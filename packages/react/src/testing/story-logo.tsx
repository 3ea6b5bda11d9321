import type { ReactNode } from "react";

/** The mark of a company that does not exist, in the theme's colour. */
export function StoryLogo(): ReactNode {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" role="img" aria-label="Acme">
      <rect width="32" height="32" rx="8" fill="var(--guard-color-primary)" />
      <path d="m9.5 22 5-13h3l5 13h-3l-1.1-3.1h-4.9L12.4 22h-2.9Zm4.8-5.6h3.3L16 11.8l-1.7 4.6Z" fill="var(--guard-color-primary-text)" />
    </svg>
  );
}

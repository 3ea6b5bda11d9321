import { useId, type ReactNode } from "react";
import { usePart, useView } from "../../view-context.ts";

/** One part of the list under a heading of its own. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const { id, headingLevel } = useView();
  const part = usePart();
  const own = useId();
  const Heading = `h${Math.min(headingLevel + 1, 6) as 2 | 3 | 4 | 5 | 6}` as const;
  const name = `${id}-section-${own}`;
  return (
    <section aria-labelledby={name} {...part("section")}>
      <Heading id={name} {...part("sectionTitle")}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

import type { CSSProperties, ReactNode, Ref } from "react";
import type { GuardProps } from "../guard-props.ts";
import type { PartState } from "../parts.ts";
import { directionOf } from "../runtime/direction.ts";
import { usePart, useView } from "../view-context.ts";

interface RootProps {
  readonly given: Pick<GuardProps, "theme" | "dir" | "colorScheme">;
  readonly ref: Ref<HTMLElement>;
  readonly state: PartState<string, string>;
  /** What the polite region says. */
  readonly news: string;
  readonly children: ReactNode;
}

/** The section around everything: what stylesheets and tests read of the state, and the one polite region. */
export function Root({ ref, state: { step, status, factor }, given: { theme, dir = "auto", colorScheme = "auto" }, news, children }: RootProps): ReactNode {
  const { id, locale } = useView();
  const part = usePart();
  return (
    <section
      ref={ref}
      data-guard=""
      data-step={step}
      data-status={status}
      data-factor={factor}
      data-color-scheme={colorScheme}
      lang={locale}
      dir={dir === "auto" ? directionOf(locale) : dir}
      aria-labelledby={`${id}-title`}
      // The cast: React's types know no custom properties.
      style={theme?.vars as CSSProperties | undefined}
      {...part("root")}
    >
      {children}
      <div role="status" {...part("status", "guard-sr-only")}>
        {news}
      </div>
    </section>
  );
}

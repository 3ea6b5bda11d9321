import { en } from "@guard/locales";
import { useMemo, useState, type ReactNode } from "react";
import { GuardStage } from "../guard-provider.tsx";
import type { GuardProps } from "../guard-props.ts";
import { createI18n } from "../i18n/create-i18n.ts";
import { useSay } from "../i18n/use-say.ts";
import { directionOf } from "../runtime/direction.ts";
import { createDrafts } from "../runtime/drafts.ts";
import { useViewValue } from "../runtime/use-view-value.ts";
import { usePart, useView, ViewContext } from "../view-context.ts";
import { storySettings, type LivingLogin } from "./story-guard.tsx";

export interface PartStageProps extends Omit<GuardProps, "adapter" | "app"> {
  readonly login: LivingLogin;
  readonly children: ReactNode;
}

const ignore = (): void => undefined;
const unnamed = (): undefined => undefined;

/** What a part finds around it inside of `<Guard>`, without a step: words, looks, a running login. */
export function PartStage({ login, children, ...props }: PartStageProps): ReactNode {
  const { id = "guard", locale = "en", dir = "auto", colorScheme = "auto", messages = en } = props;
  const [drafts] = useState(createDrafts);
  const [news, announce] = useState("");
  const say = useSay(useMemo(() => createI18n(locale, messages), [locale, messages]));
  const view = useViewValue({ ...props, id }, { say, locale, classOf: unnamed, settings: storySettings, drafts, announce, titled: ignore, submit: login.guard.send });
  return (
    <GuardStage guard={login.guard}>
      <ViewContext value={view}>
        <section data-guard="" data-color-scheme={colorScheme} lang={locale} dir={dir === "auto" ? directionOf(locale) : dir} aria-label="Part">
          {children}
          <div role="status" data-slot="status" className="guard-sr-only">
            {news}
          </div>
        </section>
      </ViewContext>
    </GuardStage>
  );
}

interface SpecimenProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A part in one situation, under its name; its fields have ids of their own. Styled by the preview, found by `data-specimen`. */
function Specimen({ name, children }: SpecimenProps): ReactNode {
  const view = useView();
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const own = useMemo(() => ({ ...view, id: `${view.id}-${slug}` }), [view, slug]);
  return (
    <ViewContext value={own}>
      <figure data-specimen={slug}>
        <figcaption>{name}</figcaption>
        <div>{children}</div>
      </figure>
    </ViewContext>
  );
}

/** What looks pressed, hovered or focused in a picture, by the name of its specimen. */
export const looked = {
  hover: '[data-specimen*="hover"] :is(button, a, input, select)',
  active: '[data-specimen*="pressed"] button',
  // One at a time, as focus is.
  focusVisible: ["input", "> div > :is(button, a)", '[data-slot="resend"]', '[role="tab"][aria-selected="true"]'].map((one) => `[data-specimen*="focus"] ${one}`),
  focusWithin: '[data-specimen*="focus"] [data-slot="code"]',
};

interface SpecimensProps {
  readonly of: Readonly<Record<string, ReactNode>>;
  /** They bring a card of their own. */
  readonly whole?: boolean;
}

/** One part in all its situations. */
export function Specimens({ of, whole = false }: SpecimensProps): ReactNode {
  const part = usePart();
  const specimens = Object.entries(of).map(([name, specimen]) => (
    <Specimen key={name} name={name}>
      {specimen}
    </Specimen>
  ));
  return whole ? specimens : <div {...part("card")}>{specimens}</div>;
}

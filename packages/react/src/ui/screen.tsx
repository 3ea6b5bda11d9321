import { useEffect, type ReactNode } from "react";
import { usePart, useView } from "../view-context.ts";
import { Icon } from "./icon.tsx";
import { GuardLink } from "./link.tsx";
import { Slot } from "./slot.tsx";

export interface ScreenProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** A step without a form shows a sign in place of the logo. */
  readonly notice?: { readonly sign: ReactNode; readonly tone?: "warning" | "danger" | "success" };
  /** What went wrong with the whole form. */
  readonly alert?: string | undefined;
  /** What went wrong with one field: it shows there, and is spoken here, in the one assertive region (D7). */
  readonly spoken?: string | undefined;
  /** Between the heading and what went wrong: tabs, so that a failure stands in its tab (E6). */
  readonly above?: ReactNode;
  readonly children?: ReactNode;
}

/** The frame of every step: heading, the assertive region (mounted before it has anything to say, D6), the step itself, footer. */
export function Screen({ alert, spoken, above, children, ...head }: ScreenProps): ReactNode {
  const { titled } = useView();
  const part = usePart();
  useEffect(() => titled(head.title), [head.title, titled]);
  return (
    <div {...part("card")}>
      <ScreenHeader {...head} />
      {above}
      <div role="alert" {...part("alert")}>
        {alert !== undefined && <Icon name="alert" />}
        {alert !== undefined && <span>{alert}</span>}
        {alert === undefined && spoken !== undefined && <span className="guard-sr-only">{spoken}</span>}
      </div>
      {children}
      <ScreenFooter />
    </div>
  );
}

function ScreenHeader({ title, description, notice }: Pick<ScreenProps, "title" | "description" | "notice">): ReactNode {
  const { id, headingLevel, slots } = useView();
  const part = usePart();
  const heading = { id: `${id}-title`, tabIndex: -1, children: title, ...part("title") } as const;
  const Heading = `h${headingLevel}` as const;
  return (
    <header data-tone={notice?.tone} {...part(notice ? "notice" : "header")}>
      {notice && <div {...part("noticeIcon")}>{notice.sign}</div>}
      {!notice && slots.Logo && (
        <div {...part("logo")}>
          <Slot name="Logo" given={{}} />
        </div>
      )}
      <Slot name="Title" given={{ as: Heading, ...heading }}>
        <Heading {...heading} />
      </Slot>
      {description !== undefined && <p {...part("description")}>{description}</p>}
    </header>
  );
}

/** Help and privacy in the same place on every step (3.2.6), and what the host adds. Nothing where nobody gave anything. */
function ScreenFooter(): ReactNode {
  const { say, links, settings, slots } = useView();
  const part = usePart();
  const help = links.help ?? settings?.links.help;
  const privacy = links.privacy ?? settings?.links.privacy;
  if (help === undefined && privacy === undefined && !slots.Footer) return null;
  return (
    <footer {...part("footer")}>
      <Slot name="Footer" given={{}} />
      <GuardLink to={help}>{say("help.contact")}</GuardLink>
      <GuardLink to={privacy}>{say("link.privacy")}</GuardLink>
    </footer>
  );
}

import type { State } from "@guard/machine";
import { loadMessages, type Messages } from "@guard/locales";
import { useEffect, useState, type ReactNode } from "react";
import { StoryGuard } from "../../../packages/react/src/testing/story-guard.tsx";
import type { Worn } from "./worn.ts";

interface StillProps extends Worn {
  /** Tells the logins on a page apart. */
  readonly id: string;
  readonly state: State;
  readonly headingLevel?: 2 | 3 | 4;
}

/** One view as it stands, on a page of many. */
export function Still({ id, state, colorScheme, locale, dir, headingLevel = 3 }: StillProps): ReactNode {
  const [messages, setMessages] = useState<Messages>();
  useEffect(() => void loadMessages(locale).then(setMessages), [locale]);
  return <StoryGuard id={id} state={state} headingLevel={headingLevel} colorScheme={colorScheme} locale={locale} dir={dir} {...(messages ? { messages } : {})} />;
}

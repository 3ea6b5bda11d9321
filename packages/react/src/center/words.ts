import { en, loadMessages } from "@guard/locales";
import { centerEn, loadCenterMessages } from "@guard/locales/center";
import { learnEnglish, type AnyMessages } from "../i18n/create-i18n.ts";
import { loginWords, type Words } from "../i18n/use-i18n.ts";

/** The login's English, for the steps that both have, and the centre's own. Before the first sentence; saying it again changes nothing. */
export const learnCenterEnglish = (): void => learnEnglish({ ...en, ...centerEn });

async function load(tag: string, take: (messages: AnyMessages | undefined) => void): Promise<void> {
  const [shared, own] = await Promise.all([loadMessages(tag), loadCenterMessages(tag)]);
  if (shared && own) take({ ...shared, ...own });
}

/** What the personal centre can say. */
export const centerWords: Words = {
  load,
  isWhole: (messages) => "center.title" in messages && loginWords.isWhole(messages),
};

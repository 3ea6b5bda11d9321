import { en, loadMessages } from "@guard/locales";
import { centerEn, loadCenterMessages } from "@guard/locales/center";
import type { AnyMessages } from "../i18n/create-i18n.ts";
import type { Words } from "../i18n/use-i18n.ts";

async function load(tag: string): Promise<AnyMessages | undefined> {
  const [shared, own] = await Promise.all([loadMessages(tag), loadCenterMessages(tag)]);
  return shared && own ? { ...shared, ...own } : undefined;
}

/** What the personal centre can say: the login's sentences, for the steps that both have, and its own. */
export const centerWords: Words = { english: { ...en, ...centerEn }, load };

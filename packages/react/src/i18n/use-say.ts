import type { i18n } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Say } from "./create-i18n.ts";

/** Our words; a new function when a language has arrived, so that every view says it. */
export function useSay(instance: i18n): Say {
  const { t } = useTranslation(undefined, { i18n: instance, useSuspense: false });
  return useMemo(() => (key, values) => t(key, { ...values }), [t]);
}

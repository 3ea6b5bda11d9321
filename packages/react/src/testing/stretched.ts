import { en, type Messages } from "@guard/locales";
import { centerEn, type CenterMessages } from "@guard/locales/center";
import { pseudoMessages } from "./pseudo.ts";

/** English as a long translation would be. */
export const stretched: Messages = pseudoMessages(en);
export const stretchedCenter: Messages & CenterMessages = pseudoMessages({ ...en, ...centerEn });

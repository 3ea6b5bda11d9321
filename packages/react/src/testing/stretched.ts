import { en, type Messages } from "@guard/locales";
import { pseudoMessages } from "./pseudo.ts";

/** English as a long translation would be. */
export const stretched: Messages = pseudoMessages(en);

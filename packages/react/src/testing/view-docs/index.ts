import type { ViewTitle } from "../story-views.ts";
import { bindDocs } from "./bind.ts";
import { centerDocs } from "./center.ts";
import { endDocs } from "./ends.ts";
import { signInDocs } from "./sign-in.ts";
import { verifyDocs } from "./verify.ts";
import type { ViewDocs } from "./view-docs.ts";

export type { ViewDocs };

/** One a view; a view without its line does not compile. */
export const viewDocs: { readonly [Title in ViewTitle]: ViewDocs } = { ...signInDocs, ...verifyDocs, ...bindDocs, ...endDocs, ...centerDocs };

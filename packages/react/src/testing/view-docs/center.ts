import type { ViewTitle } from "../story-views.ts";
import { codeKeys, tabKeys, type ViewDocs } from "./view-docs.ts";

/** The personal centre. */
export const centerDocs = {
  "Center/Overview": {
    use: "`<SecurityCenter>` for somebody who is signed in: what is bound, the recovery code, the trusted devices.",
    polite: ["center.done.phoneAdded", "center.done.removed", "center.done.deviceRevoked"],
    assertive: ["error.not_found", "error.network"],
    dos: ["Load it as an entry of its own (`@guard/react/center`): no login pays for it.", "Send people to your login in `onSignedOut`."],
    donts: ["Don't let an address that signs in be removed here; it is marked and stays."],
  },
  "Center/Step-up": {
    use: "Before a change that needs a fresh proof: it says what comes after it, and asks for a bound method or, where none is bound, for the password.",
    keys: { ...tabKeys, ...codeKeys },
    polite: ["verify.waitSpoken", "verify.readySpoken", "busy.checking"],
    assertive: ["error.code_invalidLeft", "stepUp.passwordWrong", "error.network"],
    dos: ["Ask on the server as well: the view only shows what it answered."],
    donts: ["Don't skip it for people who look trusted: a trusted device is not a fresh proof."],
  },
  "Center/Add a method": {
    use: "Adding an e-mail address, a phone number, an authenticator app or a face, each confirmed before it counts.",
    keys: codeKeys,
    polite: ["verify.waitSpoken", "verify.readySpoken", "copy.done"],
    assertive: ["error.target_invalid", "error.code_invalid", "enrol.wrong", "error.network"],
    dos: ["Encourage a second method: one lost phone is then no lost account."],
    donts: ["Don't count it as bound before its first code was right."],
  },
  "Center/Are you sure": {
    use: "A question in the page before a method goes or the recovery code is replaced.",
    assertive: ["error.conflict", "error.network"],
    dos: ["Name what goes and what stops working with it."],
    donts: ["Don't use the browser's `confirm()`: it can't be styled, translated or told apart from the page's."],
  },
  "Center/Ended": {
    use: "When the session is over, or the codes of the account are locked or closed while the session lives.",
    dos: ["Take over in `onSignedOut`."],
    donts: ["Don't sign people out because their codes are locked: the session was proven before."],
  },
} as const satisfies { readonly [Title in ViewTitle]?: ViewDocs };

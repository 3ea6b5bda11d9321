import type { ViewTitle } from "../story-views.ts";
import { codeKeys, type ViewDocs } from "./view-docs.ts";

/** Where somebody has no second factor yet. */
export const bindDocs = {
  "Views/Bind email": {
    use: "After the password, where the policy asks for a second factor and none is bound. Continue sends nothing: the next screen does, when asked.",
    assertive: ["error.target_invalid", "error.target_unavailable", "error.network"],
    dos: ["Say what the address is used for; the description does.", "Keep what was typed when the server refuses it."],
    donts: ["Don't judge addresses beyond a missing “@”: the server is the judge.", "Don't fill in the sign-in name: managers take this field for a contact's address on purpose."],
  },
  "Views/Bind phone": {
    use: "The same with a phone number: a country and the rest of it, or the whole number with its “+”.",
    keys: { "a letter in the country list": "Finds the country, as in every native select." },
    assertive: ["bind.phone.invalid", "bind.phone.unavailable", "error.rate_limited", "error.network"],
    dos: ["Name the countries that you send to in the settings: a short list is a kind one.", "Replace the select by `slots.CountrySelect` if you have a better one."],
    donts: ["Don't load the world's numbers with the first form: they are a chunk of their own, and the field works before it."],
  },
  "Views/Enrol authenticator": {
    use: "Setting up an authenticator app: the key as a picture and as text, then the app's first code. The recovery code comes after it.",
    keys: codeKeys,
    polite: ["copy.done", "copy.byHand", "busy.checking"],
    assertive: ["enrol.wrong", "error.network"],
    dos: ["Keep the picture on white in every theme: cameras need its quiet zone.", "Keep the key beside it: on the same phone nobody scans a screen."],
    donts: ["Don't draw the picture with somebody else's service: it holds the secret.", "Don't count these codes towards the lock: nothing is protected by them yet."],
  },
  "Views/Recovery code": {
    use: "Once, after an enrolment or after a recovery code was used. Only its acknowledgement leads on, and only then `onSuccess` fires.",
    polite: ["copy.done", "copy.byHand"],
    assertive: ["recoveryCode.notSaved"],
    dos: ["Offer all three ways to keep it: copy, download, print."],
    donts: ["Don't disable Continue until the box is ticked: the message says what is missing.", "Don't send it by mail: it would lie beside the address that it is to replace."],
  },
} as const satisfies { readonly [Title in ViewTitle]?: ViewDocs };

import type { ViewTitle } from "../story-views.ts";
import { codeKeys, tabKeys, type ViewDocs } from "./view-docs.ts";

const refusals = ["error.code_invalidLeft", "error.code_invalidLast", "error.code_expired", "error.network"] as const;

/** Of what was typed or pasted, while the focus stays in the field. */
const slips = ["verify.empty", "verify.short", "verify.notDigits", "verify.long", "verify.several"] as const;

/** The second factor, as a code or a picture. */
export const verifyDocs = {
  "Views/Verify/Email": {
    use: "After the password, where an e-mail address is bound: the code goes out by itself. While an address is being bound, the first code waits for “Send code”.",
    keys: codeKeys,
    polite: ["verify.sentSpoken", "verify.waitSpoken", "verify.readySpoken", "busy.checking", ...slips],
    assertive: refusals,
    dos: ["Put the code on a line of its own in the mail; people copy it whole, and a whole message may be pasted.", "Let `showTarget` stay `masked`: it tells people which inbox to open."],
    donts: ["Don't build six inputs: managers and screen readers then meet six fields.", "Don't read the countdown aloud; it is silent on purpose, and said once at its start and at its end."],
  },
  "Views/Verify/SMS": {
    use: "After the password, where a phone number is bound. On browsers with WebOTP the code fills itself in.",
    keys: codeKeys,
    polite: ["verify.sentSpoken", "verify.waitSpoken", "verify.readySpoken", "busy.checking", ...slips],
    assertive: refusals,
    dos: ["End the message with `@your.domain #123456`, which lets phones offer the code.", "Leave the number's dots as the server masked them."],
    donts: ["Don't mask numbers yourself: only the server knows how much may be seen."],
  },
  "Views/Verify/Authenticator": {
    use: "After the password, where an authenticator app is bound. Nothing is sent, so nothing is resent and nothing expires.",
    keys: codeKeys,
    polite: ["busy.checking", ...slips],
    assertive: refusals,
    dos: ["Keep “Use a recovery code” in reach: phones get lost.", "Offer “Trust this device” where your policy allows it; it is never ticked beforehand."],
    donts: ["Don't let managers spend this code in the recovery field: the two have different `autocomplete`."],
  },
  "Views/Verify/Methods": {
    use: "Where several methods are bound, or may be. Up to three are tabs; more, or a narrow place, make a list.",
    keys: tabKeys,
    polite: ["verify.sentSpoken"],
    dos: ["Set the first one by `factorOrder` where your people prefer one.", "Trust the width of the place, not of the window: the layout asks its container."],
    donts: ["Don't activate tabs on focus: the first activation sends a code and is counted.", "Don't mount hidden panels: managers fill what they find."],
  },
  "Views/Recovery": {
    use: "In the place of a factor that is lost, and the only way into a closed account.",
    assertive: ["error.code_invalidLeft", "error.network"],
    dos: ["Let people type it in any case, with spaces and dashes.", "Keep what was typed after a refusal: a slip is cheaper to find than to type again."],
    donts: ["Don't mark it as a one-time code: a manager would spend its authenticator's here."],
  },
  "Views/Face": {
    use: "Where a face is bound. The camera starts only when a person starts it; a photo is the other way.",
    polite: ["face.ready", "busy.checking"],
    assertive: ["face.denied", "face.none", "face.lost", "error.face_no_matchLeft", "error.image_invalid"],
    dos: ["Offer another factor beside it, always.", "Say what happens to the picture before asking for it."],
    donts: ["Don't start the camera by yourself, and don't keep it running behind another tab."],
  },
} as const satisfies { readonly [Title in ViewTitle]?: ViewDocs };

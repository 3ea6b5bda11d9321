import type { ViewTitle } from "../story-views.ts";
import type { ViewDocs } from "./view-docs.ts";

/** Where a login stops, well or not, and the dialog that it may stand in. */
export const endDocs = {
  "Views/Locked": {
    use: "After too many wrong codes in a row (six, where the application sets nothing else), and only behind the right password. It says for how long and until when; nothing jumps when the time is over.",
    polite: ["locked.over"],
    dos: ["Give `links.help`: who is locked out wants a person.", "Let the time stand in words and as a clock time."],
    donts: ["Don't tick the seconds of an hour: the minutes change once a minute.", "Don't show it before the password was right: it would tell that the account exists."],
  },
  "Views/Closed": {
    use: "After too many wrong codes over a longer time. No time is promised: the recovery code opens it, or an administrator.",
    dos: ["Give `links.help`, and see that somebody answers there."],
    donts: ["Don't offer “Try again”: it would not be true."],
  },
  "Views/Expired": {
    use: "When a sign-in stayed open longer than its fifteen minutes: the way leads back to the password, with the name kept.",
    dos: ["Say why; people think they did something wrong."],
    donts: ["Don't go back by yourself: somebody may be reading."],
  },
  "Views/Success": {
    use: "For the moment between the last right code and your own page. No form is left, so managers save what was typed.",
    dos: ["Go on in `onSuccess`, and check the session on your own server first."],
    donts: ["Don't wait for a click: there is nothing to decide here."],
  },
  "Views/Dialog": {
    use: "Where the page stays: a comment, a basket, a draft that waits for somebody to sign in. `<GuardDialog>` from `@guard/react/dialog` is the same login on the browser's own `<dialog>`; it takes the props of `<Guard>`, too.",
    keys: { "Tab, Shift + Tab": "Stay in the dialog, as the browser holds them; the button in the corner comes last.", "Escape": "Closes it. Nothing is asked and nothing is lost: the next opening goes on at the same step." },
    dos: ["Put `onOpenChange` into `open`, and close it in `onSuccess`.", "Open it by a button: the focus goes back there when it closes."],
    donts: ["Don't open it by itself while somebody reads.", "Don't put a second dialog over it."],
  },
} as const satisfies { readonly [Title in ViewTitle]?: ViewDocs };

import type { ViewTitle } from "../story-views.ts";
import { codeKeys, type ViewDocs } from "./view-docs.ts";

/** The first step, and what stands in its place. */
export const signInDocs = {
  "Views/Sign in": {
    use: "The first thing a person sees. It renders from props and defaults and never waits for the network; what the application allows arrives with its settings and refines it.",
    keys: { "Enter": "Submits from either field.", "Space on the eye": "Shows or hides the password; its name says what it will do." },
    polite: ["password.shown", "password.hidden", "busy.checking"],
    assertive: ["error.invalid_credentials", "error.network", "error.rate_limited"],
    dos: ["Give `links.forgotPassword` and `links.help`, so that nobody is stuck here.", "Say which application it is: `settings.name` stands in the description."],
    donts: ["Don't tell which of the two was wrong; the server's one answer keeps accounts from being counted.", "Don't disable the button while fields are empty: a disabled button explains nothing."],
  },
  "Views/Sign in by code": {
    use: "Where the application lets people in with a code alone (`signInMethods` has `code`): first where to send it, then the code. Whether the account exists is never told.",
    keys: codeKeys,
    polite: ["verify.waitSpoken", "verify.readySpoken", "busy.checking"],
    assertive: ["error.code_invalidTries", "error.recipient_limit", "error.network"],
    dos: ["Keep the way back to the password.", "Let the person correct the address: it is one press away."],
    donts: ["Don't offer it where a second factor is required: a code alone is one factor.", "Don't shorten the wait in the view: the server decides, the view counts."],
  },
  "Views/Resume": {
    use: "After a reload in the middle, while the server says what became of the login. It shows only when that takes longer than a moment.",
    assertive: ["error.network", "error.unavailable"],
    dos: ["Keep `persist=\"session\"`: who reads a code on the phone often comes back to a reloaded page."],
    donts: ["Don't put anything of the login into the URL to make this faster: a URL is shared and logged."],
  },
} as const satisfies { readonly [Title in ViewTitle]?: ViewDocs };

import type { ChallengeFactor, GuardAdapter, GuardError, IdentifierKind, Session, Settings } from "@guard/contract";
import type { DeviceTokenStore, Step } from "@guard/machine";
import type { MessageOverrides } from "./i18n/create-i18n.ts";
import type { ClassNames } from "./parts.ts";
import type { GuardReport } from "./runtime/reports.ts";
import type { NoExtras, SlotExtras, SlotsProps } from "./slots.ts";
import type { Theme } from "./theme.ts";

/** A place to go: a URL, or what happens instead. */
export type LinkTarget = string | (() => void);

/** What a login needs; shared by `<Guard>` and `<GuardProvider>`. */
export interface LoginProps {
  /** Your backend. A new object at each render is fine; calls that already run keep the old one. */
  readonly adapter: GuardAdapter;
  /** The application people log in to, as your backend names it. */
  readonly app: string;
  /** Fires once, with a session that has the contract's shape. Check it on your own server before you trust it. */
  readonly onSuccess?: (session: Session, more: { readonly redirectTo?: string }) => void;
  /** Fires with a code of the closed list for each failure a person sees. */
  readonly onError?: (error: GuardError) => void;
  /** For your own counting: steps, error codes, durations. Never a secret, an identifier or a target. */
  readonly onEvent?: (report: GuardReport) => void;
  /** Told when an adapter breaks its contract, a chunk can't be loaded, words that you handed in can't be used, a callback of yours throws, or the tab's storage is full: a bug to log, never shown. Default: `console.error`. */
  readonly onFault?: (fault: unknown) => void;
  /** Where to go after success; your backend accepts only listed ones and answers it as `redirectTo`. */
  readonly redirectUri?: string;
  /** Where you keep what makes a device trusted, when your backend hands tokens to you. Whoever can read it skips the second factor on this device: prefer a backend in cookie mode, which needs none of this. */
  readonly deviceToken?: DeviceTokenStore;
  /** `auto`: goes to `redirectTo` after `onSuccess`. `none`: leaves it to you. Default `none`. */
  readonly redirect?: "none" | "auto";
  /** Tells several Guards on one page apart, and names fields and the resumable login. Default `guard`. */
  readonly id?: string;
  /** Fills the identifier in. */
  readonly initialValues?: { readonly identifier?: string };
  /** The order of the tabs, whose first bound one is opened; the factor used last is opened before it, where the server says which (R13). Default: the server's order. */
  readonly factorOrder?: readonly ChallengeFactor[];
  /** `session`: a reload in the middle goes on where it was. `none`: it starts again at the password. Default `session`. */
  readonly persist?: "session" | "none";
}

/** The props of `<Guard>`. */
export interface GuardProps<Extras extends SlotExtras = NoExtras> extends LoginProps, SlotsProps<Extras> {
  /** Asked before a form goes off; false keeps it here. A throw or a rejection keeps it too and reaches `onFault`. */
  readonly onBeforeSubmit?: (step: Step) => boolean | Promise<boolean>;
  /** Fires when the step changes, with its heading for your document's title. */
  readonly onStepChange?: (change: { readonly step: Step; readonly title: string }) => void;
  /** A BCP 47 tag; the nearest shipped language speaks (`zh-Hant-HK`: `zh-TW`) and arrives in chunks of its own. One that does not ship is English, and `onFault` says so. Default `en`. */
  readonly locale?: string;
  /** Your words for any key, or a whole language imported statically: `messages={zhCN}`. A key that no view asks for does not compile, or is told through `onFault`. */
  readonly messages?: MessageOverrides;
  /** Default `auto`: from the locale. */
  readonly dir?: "ltr" | "rtl" | "auto";
  /** Default `auto`: as the page or the system says. */
  readonly colorScheme?: "light" | "dark" | "auto";
  /** Your tokens, by `createTheme()`. They are set on the root as custom properties, which a strict CSP lets a script do; what a server renders carries them as a style attribute, so there put `theme.toCSS()` into a file instead. Default: the stylesheet's. */
  readonly theme?: Theme;
  /** A class for any part: a string, or a function of the state. */
  readonly classNames?: ClassNames;
  /** Each is shown only when given here or by the settings. */
  readonly links?: { readonly forgotPassword?: LinkTarget; readonly signUp?: LinkTarget; readonly help?: LinkTarget; readonly privacy?: LinkTarget };
  /** What may be typed to say who one is. Default: what the settings say, until then all three. */
  readonly identifiers?: readonly IdentifierKind[];
  /** Spares the request for the settings, and with it what they add below the form. A page that centres the card wants it: a line added there moves the whole card. */
  readonly initialSettings?: Settings;
  /** Takes the focus when the page opens. Default false: the page's own order stands. */
  readonly autoFocus?: boolean;
  /** Judges a code as soon as its sixth digit is there. Default true; the button stays. */
  readonly autoSubmit?: boolean;
  /** Where focus goes at a new step. Default: the code field after the person's own submit, the heading otherwise. */
  readonly focusOnStep?: "heading" | "field";
  /** `none` hides where a code was sent. Default `masked`. */
  readonly showTarget?: "masked" | "none";
  /** `plain`: one ordinary box. Default `boxes`; it turns plain by itself where a page overrides letter spacing. */
  readonly codeLayout?: "boxes" | "plain";
  /** How several methods are offered. Default `auto`: tabs, and a list where more than three or too narrow. */
  readonly factorPicker?: "auto" | "tabs" | "list";
  /** The level of each step's heading. Default 2. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
}

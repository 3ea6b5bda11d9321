import type { GuardError, Session } from "@guard/contract";
import type { Messages } from "@guard/locales";
import type { CenterMessages } from "@guard/locales/center";
import type { CenterStateName, CenterStep } from "@guard/machine/center";
import type { GuardProps } from "../guard-props.ts";
import type { ClassNames, PartState } from "../parts.ts";
import type { NoExtras, SlotExtras } from "../slots.ts";
import type { CenterReport } from "./reports.ts";

/** The host's own words for any key of the login or of the personal centre. */
export type CenterOverrides = Partial<Messages & CenterMessages>;

type Shared = "adapter" | "onFault" | "locale" | "dir" | "colorScheme" | "theme" | "slots" | "slotProps" | "links" | "initialSettings" | "autoFocus" | "autoSubmit" | "showTarget" | "codeLayout" | "factorPicker" | "headingLevel";

/** What a class may depend on in the personal centre. */
export type CenterPartState = PartState<CenterStateName, CenterStep>;

/** The props of `<SecurityCenter>`. What `<Guard>` has too is called the same and means the same. */
export interface SecurityCenterProps<Extras extends SlotExtras = NoExtras> extends Pick<GuardProps<Extras>, Shared> {
  /** Whose centre it is: what `onSuccess` of `<Guard>` handed you. Another session starts it anew. */
  readonly session: Session;
  /** The application. Default: the session's. */
  readonly app?: string;
  /** Tells several Guards on one page apart, and names fields. Default `guard-center`. */
  readonly id?: string;
  /** A class for any part: a string, or a function of the state. */
  readonly classNames?: ClassNames<CenterPartState>;
  /** Your words for any key, or a whole language imported statically: `messages={{ ...zhCN, ...centerZhCN }}`. */
  readonly messages?: CenterOverrides;
  /** Asked before what was typed or pictured goes off; false keeps it here. A throw or a rejection keeps it too and reaches `onFault`. */
  readonly onBeforeSubmit?: (step: CenterStep) => boolean | Promise<boolean>;
  /** Fires once, when the server does not know the session any more: send the person to your login. */
  readonly onSignedOut?: () => void;
  /** Fires with a code of the closed list for each failure a person sees. */
  readonly onError?: (error: GuardError) => void;
  /** For your own counting: steps, error codes, what was done. Never a secret, an identifier or a target. */
  readonly onEvent?: (report: CenterReport) => void;
  /** Fires when the step changes, with its heading for your document's title. */
  readonly onStepChange?: (change: { readonly step: CenterStep; readonly title: string }) => void;
}

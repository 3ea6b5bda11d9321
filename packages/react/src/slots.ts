import type { ComponentType, ReactNode } from "react";
import type { PartProps } from "./parts.ts";

/** A country that a number may be from. */
export interface CountryOption {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `China (+86)`; the code follows with its chunk. */
  readonly label: string;
}

/** What `slots.CountrySelect` gets; the label stands above it and names `id`. */
export interface CountrySelectProps {
  readonly id: string;
  readonly value: string;
  readonly options: readonly CountryOption[];
  readonly busy: boolean;
  readonly onChoose: (country: string) => void;
}

/** What is drawn; its words always stand beside it. */
export type IconName = "alert" | "lock" | "clock" | "check" | "back" | "next" | "eye" | "eyeOff" | "close" | "email" | "sms" | "totp" | "face" | "recovery";

/** What `slots.Icon` gets. Without `name` it is the attributes of an `<svg>`. */
export interface IconProps extends PartProps {
  readonly name: IconName;
  readonly "aria-hidden": true;
  /** There when it points somewhere, so that it turns around where people read from the right. */
  readonly "data-mirror"?: "";
}

/** What `slots.Title` gets: the tag, and the attributes of the heading. Without `id` and `tabIndex` no name and no focus (ux.md D2). */
export interface TitleProps extends PartProps {
  readonly as: "h1" | "h2" | "h3" | "h4" | "h5" | "h6";
  readonly id: string;
  readonly tabIndex: -1;
  readonly children: ReactNode;
}

/** What `slots.Spinner` gets: it stands in the button that waits. */
export interface SpinnerProps extends PartProps {
  readonly "aria-hidden": true;
}

/** What each slot gets from us. Public: removing a slot is a major version. */
export interface SlotContract {
  /** Above the title, where a step has no sign of its own. */
  readonly Logo: object;
  /** The heading of each step. */
  readonly Title: TitleProps;
  /** Every drawing. */
  readonly Icon: IconProps;
  /** Shown by the stylesheet while its button waits. */
  readonly Spinner: SpinnerProps;
  /** Where a number is from. */
  readonly CountrySelect: CountrySelectProps;
  /** Under each step, before the links. */
  readonly Footer: object;
}

export type SlotName = keyof SlotContract;

/** Props of your own, by slot. */
export type SlotExtras = { readonly [N in SlotName]?: object };

export type NoExtras = Readonly<Record<never, never>>;

/** Your components in place of ours. Define them once, outside of rendering: another function is another component, which starts anew. */
export type Slots<Extras extends SlotExtras = NoExtras> = { readonly [N in SlotName]?: ComponentType<SlotContract[N] & (N extends keyof Extras ? Extras[N] : unknown)> };

/** The props that replace parts of ours. */
export interface SlotsProps<Extras extends SlotExtras = NoExtras> {
  /** Your components in place of ours. */
  readonly slots?: Slots<Extras>;
  /** What your components get besides our props, by slot: what changes while the component stays the same. Ours win. */
  readonly slotProps?: Extras & { readonly [N in Exclude<keyof Extras, SlotName>]: never };
}

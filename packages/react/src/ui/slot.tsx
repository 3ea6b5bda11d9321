import type { ComponentType, ReactNode } from "react";
import type { SlotContract, SlotName } from "../slots.ts";
import { useView } from "../view-context.ts";

interface SlotProps<N extends SlotName> {
  readonly name: N;
  readonly given: SlotContract[N];
  /** Ours, where the host has none. */
  readonly children?: ReactNode;
}

/** The host's component in a place of ours. Our props win, so that no extra of a host takes a name or the focus away. */
export function Slot<N extends SlotName>({ name, given, children }: SlotProps<N>): ReactNode {
  const { slots, slotProps } = useView();
  // The cast: what was checked slot by slot in the props has one shape here.
  const Shown = slots[name] as ComponentType<object> | undefined;
  return Shown ? <Shown {...slotProps[name]} {...given} /> : children;
}

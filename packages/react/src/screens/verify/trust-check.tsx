import type { ReactNode } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Check } from "../../ui/check.tsx";
import { useView } from "../../view-context.ts";

/** "Don't ask again on this device" (R24). Before the field, whose sixth digit sends both; never ticked beforehand. */
export function TrustCheck({ days, register }: { readonly days: number; readonly register: UseFormRegisterReturn }): ReactNode {
  const { id, say } = useView();
  return <Check name={`${id}-remember`} label={say("verify.trust", { count: days })} register={register} />;
}

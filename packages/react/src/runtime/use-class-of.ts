import { useMemo } from "react";
import type { ClassNames, Part, PartState } from "../parts.ts";

/** The host's class of a part, in the state that shows. */
export function useClassOf<At extends string, S extends string>(classNames: ClassNames<PartState<At, S>> | undefined, { at, step, status, factor }: PartState<At, S>): (part: Part) => string | undefined {
  return useMemo(
    () => (part) => {
      const given = classNames?.[part];
      return typeof given === "function" ? given({ at, step, status, factor }) : given;
    },
    [classNames, at, step, status, factor],
  );
}

import { useEffect, type RefObject } from "react";
import type { Dress } from "./advice.ts";

// What a bundler puts a word in place of, as React needs it too; a package for pages has no types of Node.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

interface Advised {
  readonly root: RefObject<HTMLElement | null>;
  readonly given: Dress;
  readonly onFault: (fault: unknown) => void;
}

/** A stylesheet may arrive after the first paint, ms. */
const PATIENT_MS = 2_000;

function useDevelopmentAdvice({ root, given: { classNames, slots, slotProps, theme }, onFault }: Advised): void {
  useEffect(() => {
    import("./advice.ts").then(({ adviceOn, tell }) => tell(adviceOn({ classNames, slots, slotProps, theme }, root.current)), onFault);
  }, [root, classNames, slots, slotProps, theme, onFault]);
  useEffect(() => {
    const timer = setTimeout(() => void import("./advice.ts").then(({ styleAdvice, tell }) => tell(styleAdvice(root.current)), onFault), PATIENT_MS);
    return () => clearTimeout(timer);
  }, [root, onFault]);
}

/** Tells a developer what can't work as it is set, on the console, once. The login goes on; a production bundle has nothing of it. */
export const useAdvice: (advised: Advised) => void = process.env.NODE_ENV === "production" ? () => undefined : useDevelopmentAdvice;

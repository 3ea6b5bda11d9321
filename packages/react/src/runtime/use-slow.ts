import { useEffect, useState } from "react";

/** Below this wait a placeholder would only flicker, ms (ux.md 2.9). */
const PATIENT_MS = 300;

/** True once a view has been there for so long that its wait deserves a placeholder. */
export function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}

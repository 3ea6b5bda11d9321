import { useEffect } from "react";
import type { Stage } from "../packages/react/src/testing/story-stage.ts";

/** Real ms between two moves of a story's clock. */
const BEAT_MS = 100;

/** Lets a story's clock run: `speed` seconds pass in a second, none at 0. */
export function usePassingTime(clock: Stage["login"]["clock"], speed: number): void {
  useEffect(() => {
    if (speed === 0) return;
    const timer = setInterval(() => clock.advance(BEAT_MS * speed), BEAT_MS);
    return () => clearInterval(timer);
  }, [clock, speed]);
}

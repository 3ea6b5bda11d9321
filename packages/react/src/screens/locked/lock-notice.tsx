import { useEffect, useRef, type ReactNode } from "react";
import { formatDuration, formatTime, isoDuration } from "../../i18n/format.ts";
import { sentence } from "../../i18n/sentence.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Sign } from "../../ui/sign.tsx";
import { useSecondsUntil } from "../../use-now.ts";
import { usePart, useView } from "../../view-context.ts";

interface LockNoticeProps {
  readonly lockedUntil: number;
  readonly offset: number;
  readonly why: string;
  /** The way on, which changes when the lock has ended. */
  readonly children: (over: boolean) => ReactNode;
}

/** The lock: why, until when, what helps. No input, and nothing happens by itself when it ends (E5). */
export function LockNotice({ lockedUntil, offset, why, children }: LockNoticeProps): ReactNode {
  const { say, locale, announce } = useView();
  const part = usePart();
  const left = useSecondsUntil(lockedUntil) * 1000;
  const over = left === 0;
  const was = useRef(over);
  useEffect(() => {
    if (over && !was.current) announce(say("locked.over"));
    was.current = over;
  }, [over, announce, say]);

  const here = lockedUntil - offset;
  const duration = <time dateTime={isoDuration(left)} {...part("time")}>{formatDuration(left, locale)}</time>;
  const time = <time dateTime={new Date(here).toISOString()} {...part("time")}>{formatTime(here, locale)}</time>;
  return (
    <Screen
      title={say("locked.title")}
      notice={{ sign: <Sign name="lock" />, tone: "warning" }}
      description={sentence(say, "sentence.pair", {
        first: why,
        second: over ? say("locked.over") : sentence(say, "locked.until", { duration, time }),
      })}
    >
      {children(over)}
    </Screen>
  );
}

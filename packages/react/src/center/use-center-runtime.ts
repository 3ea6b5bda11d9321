import { createCenter, type Center } from "@guard/machine/center";
import { useEffect, useLayoutEffect, useState } from "react";
import { reportFault } from "../runtime/use-guard-runtime.ts";
import type { SecurityCenterProps } from "./center-props.ts";

type Given = Pick<SecurityCenterProps, "adapter" | "session" | "onFault">;

interface Held {
  readonly token: string;
  readonly center: Center;
  /** Hands in the props of the newest render. */
  readonly update: (props: Given) => void;
}

/** Makes a centre that reads its adapter at each call, so that a host may hand in a new object at every render. */
function hold(props: Given): Held {
  let latest = props;
  const center = createCenter({
    visit: () => {
      const { adapter, session, onFault = reportFault } = latest;
      return { adapter, token: session.token, onFault };
    },
  });
  return { token: props.session.token, center, update: (newest) => void (latest = newest) };
}

const ignore = (): void => undefined;

/** The running centre of one session. It outlives renders, StrictMode and new adapter objects; another session starts another. */
export function useCenterRuntime(props: Given): Center {
  const [held, setHeld] = useState(() => hold(props));
  const current = held.token === props.session.token ? held : hold(props);
  if (current !== held) setHeld(current);
  useLayoutEffect(() => current.update(props));
  const { center } = current;
  useEffect(() => center.subscribe(ignore), [center]);
  return center;
}

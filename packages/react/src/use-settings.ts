import type { GuardAdapter, Settings } from "@guard/contract";
import { useEffect, useRef, useState } from "react";

interface Wanted {
  readonly adapter: GuardAdapter;
  readonly app: string;
  readonly initialSettings?: Settings | undefined;
  readonly onFault: (fault: unknown) => void;
}

/** What the server says about the application. Undefined until it came: the first form never waits for it (law 12). */
export function useSettings({ adapter, app, initialSettings, onFault }: Wanted): Settings | undefined {
  const [settings, setSettings] = useState(initialSettings);
  const latest = useRef(adapter);
  useEffect(() => {
    latest.current = adapter;
  });
  useEffect(() => {
    if (initialSettings) return;
    let stop: (() => void) | undefined;
    let wanted = true;
    import("./runtime/settings-query.ts").then(({ watchSettings }) => {
      if (wanted) stop = watchSettings(latest.current, app, setSettings);
    }, onFault);
    return () => {
      wanted = false;
      stop?.();
    };
  }, [app, initialSettings, onFault]);
  return settings?.app === app ? settings : initialSettings;
}

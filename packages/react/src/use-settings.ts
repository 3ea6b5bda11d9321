import type { GuardAdapter, Settings } from "@guard/contract";
import { useEffect, useState } from "react";
import { useNewest } from "./runtime/use-latest.ts";

interface Wanted {
  readonly adapter: GuardAdapter;
  readonly app: string;
  readonly initialSettings?: Settings | undefined;
  readonly onFault: (fault: unknown) => void;
}

/** What the server says about the application. Undefined until it came: the first form never waits for it (law 12). */
export function useSettings({ adapter, app, initialSettings, onFault }: Wanted): Settings | undefined {
  const [settings, setSettings] = useState(initialSettings);
  const newest = useNewest(adapter);
  useEffect(() => {
    if (initialSettings) return;
    let stop: (() => void) | undefined;
    let wanted = true;
    import("./runtime/settings-query.ts").then(({ watchSettings }) => {
      if (wanted) stop = watchSettings(newest(), app, setSettings);
    }, onFault);
    return () => {
      wanted = false;
      stop?.();
    };
  }, [app, initialSettings, newest, onFault]);
  return settings?.app === app ? settings : initialSettings;
}

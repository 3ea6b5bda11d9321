// A chunk of its own, loaded after the first paint: react-query reads, it never carries a credential (law 7).
import type { GuardAdapter, Settings } from "@guard/contract";
import { QueryClient, QueryObserver } from "@tanstack/react-query";

const client = new QueryClient();

const FRESH_MS = 5 * 60_000;

/** Calls back with an application's settings, now and when they change. A failed read leaves the form as it is. */
export function watchSettings(adapter: GuardAdapter, app: string, take: (settings: Settings) => void): () => void {
  const observer = new QueryObserver(client, {
    queryKey: ["guard", "settings", app],
    staleTime: FRESH_MS,
    retry: 1,
    queryFn: async ({ signal }) => {
      const result = await adapter.settings({ app }, { signal, key: "settings" });
      if (!result.ok) throw new Error(`settings: ${result.error.code}`);
      return result.value;
    },
  });
  const { data } = observer.getCurrentResult();
  if (data) take(data);
  return observer.subscribe(({ data: fresh }) => {
    if (fresh) take(fresh);
  });
}

import { useEffect, useState } from "react";
import { useLatest } from "../../runtime/use-latest.ts";
import type { PhoneNumbers } from "./phone-numbers.ts";

const load = (): Promise<PhoneNumbers> => import("./phone-numbers.ts").then(({ phoneNumbers }) => phoneNumbers);

interface UsePhoneNumbers {
  /** Undefined until the chunk is there: digits are taken as they are typed. */
  readonly numbers: PhoneNumbers | undefined;
  /** For the submit, which waits for it, and tries once more where it was lost; undefined where it is lost again. */
  readonly ask: () => Promise<PhoneNumbers | undefined>;
}

/** What is known of the world's numbers. `onLoad` once it is there. */
export function usePhoneNumbers(onLoad: (numbers: PhoneNumbers) => void): UsePhoneNumbers {
  const [numbers, setNumbers] = useState<PhoneNumbers>();
  const tell = useLatest(onLoad);
  const take = (loaded: PhoneNumbers): PhoneNumbers => {
    setNumbers(loaded);
    return loaded;
  };
  useEffect(() => {
    let wanted = true;
    load().then(
      (loaded) => {
        if (!wanted) return;
        setNumbers(loaded);
        tell(loaded);
      },
      // The submit asks again, and says so if it can't be had.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [tell]);
  return { numbers, ask: async () => numbers ?? load().then(take, () => undefined) };
}

import { useEffect, useState } from "react";
import type { PhoneNumbers } from "./phone-numbers.ts";

const load = (): Promise<PhoneNumbers> => import("./phone-numbers.ts").then(({ phoneNumbers }) => phoneNumbers);

interface UsePhoneNumbers {
  /** Undefined until the chunk is there: digits are taken as they are typed. */
  readonly numbers: PhoneNumbers | undefined;
  /** For the submit, which waits for it; undefined where it was lost on the way: the server judges alone. */
  readonly ask: () => Promise<PhoneNumbers | undefined>;
}

export function usePhoneNumbers(): UsePhoneNumbers {
  const [numbers, setNumbers] = useState<PhoneNumbers>();
  const ask = (): Promise<PhoneNumbers | undefined> => (numbers ? Promise.resolve(numbers) : load().catch(() => undefined));
  useEffect(() => {
    let wanted = true;
    load().then(
      (loaded) => wanted && setNumbers(loaded),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return { numbers, ask };
}

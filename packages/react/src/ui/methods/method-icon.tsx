import type { ChallengeFactor } from "@guard/contract";
import type { ReactNode } from "react";
import { Drawn } from "../icon.tsx";

const shapes: { readonly [F in ChallengeFactor]: string } = {
  email: "M2.5 3.75h11c.41 0 .75.34.75.75v7c0 .41-.34.75-.75.75h-11a.75.75 0 0 1-.75-.75v-7c0-.41.34-.75.75-.75Zm-.5 1.5 6 4 6-4",
  sms: "M3 2.75h10c.69 0 1.25.56 1.25 1.25v6c0 .69-.56 1.25-1.25 1.25H7.5L4.5 14v-2.75H3c-.69 0-1.25-.56-1.25-1.25V4c0-.69.56-1.25 1.25-1.25Zm2.25 4.3h.01m2.74 0h.01m2.74 0h.01",
  totp: "M5 1.75h6c.69 0 1.25.56 1.25 1.25v10c0 .69-.56 1.25-1.25 1.25H5c-.69 0-1.25-.56-1.25-1.25V3c0-.69.56-1.25 1.25-1.25ZM8 5.5V8l1.5 1.25M8 11.75h.01",
  face: "M2 5.25V3.5C2 2.67 2.67 2 3.5 2h1.75m5.5 0h1.75c.83 0 1.5.67 1.5 1.5v1.75m0 5.5v1.75c0 .83-.67 1.5-1.5 1.5h-1.75m-5.5 0H3.5c-.83 0-1.5-.67-1.5-1.5v-1.75M5.75 6.25v.75m4.5-.75v.75M5.75 10c1.25 1.1 3.25 1.1 4.5 0",
  recovery: "M5.75 12.5a3.25 3.25 0 1 1 0-6.5 3.25 3.25 0 0 1 0 6.5Zm2.4-5.5 5.1-5m-2.2 2.15 1.8 1.8",
};

/** A method's sign; its word always stands beside it (1.4.1). */
export function MethodIcon({ factor }: { readonly factor: ChallengeFactor }): ReactNode {
  return <Drawn name={factor} d={shapes[factor]} />;
}

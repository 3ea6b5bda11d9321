import type { GuardAdapter } from "@guard/contract";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { Guard } from "./index.ts";

declare const adapter: GuardAdapter;

const Footer = ({ tenant }: { readonly tenant: string }): ReactNode => tenant;
const Logo = (): ReactNode => null;

// Never called: what stands here compiles, or does not.
const compiled: readonly (() => ReactNode)[] = [
  () => <Guard adapter={adapter} app="demo" slots={{ Logo, Title: ({ as: Heading, children, ...heading }) => <Heading {...heading}>{children}</Heading> }} />,
  () => <Guard adapter={adapter} app="demo" slots={{ Footer }} slotProps={{ Footer: { tenant: "Acme" } }} />,
  // @ts-expect-error -- no slot has this name
  () => <Guard adapter={adapter} app="demo" slots={{ Logo, Foter: Footer }} />,
  // @ts-expect-error -- no slot has this name
  () => <Guard adapter={adapter} app="demo" slots={{ Footer }} slotProps={{ Footer: { tenant: "Acme" }, Foter: { tenant: "Acme" } }} />,
  // @ts-expect-error -- the host's component needs a tenant
  () => <Guard adapter={adapter} app="demo" slots={{ Footer }} />,
  // @ts-expect-error -- and it is a text
  () => <Guard adapter={adapter} app="demo" slots={{ Footer }} slotProps={{ Footer: { tenant: 3 } }} />,
  // @ts-expect-error -- a title that is no React component
  () => <Guard adapter={adapter} app="demo" slots={{ Title: "h2" }} />,
];

it("an unknown slot, a missing extra and a wrong one do not compile", () => {
  expect(compiled).toHaveLength(7);
});

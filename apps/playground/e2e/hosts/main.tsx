import { createHttpAdapter } from "@guard/adapter-http";
import { Guard, type GuardProps } from "@guard/react";
import { createRoot } from "react-dom/client";

const sheets = import.meta.glob("./css/*.css");
const query = new URLSearchParams(location.search);

type Classes = NonNullable<GuardProps["classNames"]>;

// Tailwind finds them here; parts/dress.css spells them out for the other pages.
const dressed: Classes = { card: "p-[7px]", title: "text-[#040506]", submit: "bg-[#010203] rounded-[3px]" };
// The same in shadcn's words, whose values css/shadcn.css sets.
const inShadcn: Classes = { card: "bg-card p-[7px]", title: "text-foreground", submit: ({ step }) => (step === "verify" ? "bg-primary text-primary-foreground rounded-sm" : undefined) };

const adapter = createHttpAdapter({ baseUrl: query.get("server") ?? "" });
const classNames = query.get("css") === "shadcn" ? inShadcn : dressed;
const links = { forgotPassword: "#forgot", signUp: "#sign-up" };
const slots = { Footer: () => <a href="#privacy">Privacy</a> };

await sheets[`./css/${query.get("css") ?? "none"}.css`]?.();
const root = createRoot(document.getElementById("root") ?? document.body);
const render = (): void => {
  root.render(
    <div className="stage">
      <Guard adapter={adapter} app={query.get("app") ?? "demo"} links={links} slots={slots} {...(location.hash === "#dressed" ? { classNames } : {})} />
    </div>,
  );
};
addEventListener("hashchange", render);
render();

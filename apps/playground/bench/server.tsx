// The same two pages as a host's server renders them.
import { renderToString } from "react-dom/server";
import { BarePage } from "./bare-page.tsx";
import { GuardPage } from "./guard-page.tsx";

export const rendered = { guard: renderToString(<GuardPage />), bare: renderToString(<BarePage />) };

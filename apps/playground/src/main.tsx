import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import "@guard/theme/styles.css";
import "./playground.css";
import { Playground } from "./playground.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html lost its #root, so there is nowhere to render. Put it back.");

createRoot(root).render(
  <StrictMode>
    <Suspense>
      <Playground />
    </Suspense>
  </StrictMode>,
);

// The measured page: what a product team has to write, and nothing else.
import { createHttpAdapter } from "@guard/adapter-http";
import { Guard } from "@guard/react";
import { createRoot } from "react-dom/client";
import "@guard/theme/styles.css";

const root = document.getElementById("root");
if (root) createRoot(root).render(<Guard adapter={createHttpAdapter({ baseUrl: location.origin })} app="demo" onSuccess={() => location.assign("/welcome")} />);

import { createHttpAdapter } from "@guard/adapter-http";
import { Guard } from "@guard/react";
import "@guard/theme/styles.css";
import { createRoot } from "react-dom/client";

const adapter = createHttpAdapter({ baseUrl: "https://login.example.com" });

createRoot(document.body).render(<Guard adapter={adapter} app="demo" />);

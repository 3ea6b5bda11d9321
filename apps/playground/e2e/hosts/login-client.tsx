import "@guard/theme/styles.css";
import { createRoot, hydrateRoot } from "react-dom/client";
import { LoginPage } from "./login-page.tsx";

const root = document.getElementById("root") ?? document.body;
const page = <LoginPage search={location.search} />;

if (root.firstElementChild) hydrateRoot(root, page);
else createRoot(root).render(page);

import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import "@guard/theme/styles.css";
import { LoginPage } from "./login-page.tsx";

const root = createRoot(document.getElementById("root") ?? document.body);

/** What a test drives: the same root of the host, with a login in it or without. */
export interface Mounts {
  mount(id: string): void;
  unmount(): void;
}

const mounts: Mounts = {
  mount: (id) => flushSync(() => root.render(<LoginPage search={`${location.search}&ids=${id}`} />)),
  unmount: () => flushSync(() => root.render(null)),
};
Object.assign(window, { mounts });

import { renderToPipeableStream } from "react-dom/server";
import { LoginPage } from "./login-page.tsx";

/** Renders an address into a stream, as a host's server does. */
export function renderLogin(search: string, to: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<LoginPage search={search} />, {
      onShellReady: () => {
        pipe(to);
        resolve();
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

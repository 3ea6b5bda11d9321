import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { Plugin } from "vite";

type Render = typeof import("./login-server.tsx").renderLogin;

/** Nothing inline, nothing from elsewhere but the login server, and no string may become a script. */
const policy = (server: string): string => `default-src 'self'; connect-src 'self' ${server}; require-trusted-types-for 'script'; trusted-types 'none'`;

async function answer(file: string, search: string, render: Render, response: ServerResponse): Promise<void> {
  const stream = new PassThrough();
  await render(search, stream);
  const app = await text(stream);
  response.setHeader("content-type", "text/html; charset=utf-8");
  // A function, since the rendered page may hold what `replace` reads as a pattern.
  response.end(readFileSync(file, "utf8").replace("<!--app-->", () => app));
}

/** /login.html is rendered by the browser, /rendered by this server; both under the strictest policy. */
export const strictPages = (folder: string, render: Render): Plugin => ({
  name: "strict-pages",
  configurePreviewServer({ middlewares }) {
    middlewares.use((request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
      const { pathname, search, searchParams } = new URL(request.url ?? "/", "http://host");
      if (pathname !== "/login.html" && pathname !== "/rendered") return next();
      response.setHeader("content-security-policy", policy(searchParams.get("server") ?? ""));
      if (pathname === "/login.html") return next();
      answer(join(folder, "login.html"), search, render, response).catch(next);
    });
  },
});

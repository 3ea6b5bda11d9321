import { join } from "node:path";
import react from "@vitejs/plugin-react";
import type { RequestHandler } from "express";
import { build, type Plugin, type Rolldown } from "vite";

const recipes = join(import.meta.dirname, "..");
const entry = join(recipes, "page-of-a-test.tsx");

/** Builds a page around a recipe's `<Login>` as a product would, and serves it at `/`. `props` is source text. */
export async function serveLogin(file: string, props: string): Promise<RequestHandler> {
  const source = `
    import { createRoot } from "react-dom/client";
    import { Login } from "./${file}";
    const root = createRoot(document.getElementById("root"));
    const told = (text) => root.render(<h1>{text}</h1>);
    root.render(<Login ${props} />);`;
  const give: Plugin = { name: "give-entry", enforce: "pre", resolveId: (id) => (id === entry ? id : undefined), load: (id) => (id === entry ? source : undefined) };
  const built = await build({ configFile: false, root: recipes, logLevel: "error", plugins: [give, react()], build: { write: false, rolldownOptions: { input: entry } } });
  const files = new Map((built as Rolldown.RolldownOutput).output.map((one) => [`/${one.fileName}`, one.type === "chunk" ? one.code : one.source]));
  const named = (end: string): string => [...files.keys()].find((name) => name.includes("page-of-a-test") && name.endsWith(end)) ?? "";
  const html = `<!doctype html><title>Shop</title><link rel="icon" href="data:," /><link rel="stylesheet" href="${named(".css")}" /><div id="root"></div><script type="module" src="${named(".js")}"></script>`;
  return ({ path, method }, response, next) => {
    const text = path === "/" ? html : files.get(path);
    if (text === undefined || method !== "GET") return next();
    response.type(path === "/" ? "html" : path.endsWith(".css") ? "css" : "js").send(Buffer.from(text));
  };
}

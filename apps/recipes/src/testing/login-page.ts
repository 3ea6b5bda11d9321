import { join } from "node:path";
import type { RequestHandler } from "express";
import { bundle } from "../../../../tools/packages/bundle.ts";

const recipes = join(import.meta.dirname, "../..");

/** Builds a page around a recipe's `<Login>` as a product would, and serves it at `/`. `props` is source text. */
export async function serveLogin(file: string, props: string): Promise<RequestHandler> {
  const source = `
    import { createRoot } from "react-dom/client";
    import { Login } from "./${file}";
    const root = createRoot(document.getElementById("root"));
    const told = (text) => root.render(<h1>{text}</h1>);
    root.render(<Login ${props} />);`;
  const { output } = await bundle(recipes, source);
  const files = new Map(output.map((one) => [`/${one.fileName}`, one.type === "chunk" ? one.code : one.source]));
  const script = output.find((one) => one.type === "chunk" && one.isEntry)?.fileName;
  const styles = output.find(({ fileName }) => fileName.endsWith(".css"))?.fileName;
  const html = `<!doctype html><title>Shop</title><link rel="icon" href="data:," /><link rel="stylesheet" href="/${styles}" /><div id="root"></div><script type="module" src="/${script}"></script>`;
  return ({ path, method }, response, next) => {
    const text = path === "/" ? html : files.get(path);
    if (text === undefined || method !== "GET") return next();
    response.type(path === "/" ? "html" : path.endsWith(".css") ? "css" : "js").send(Buffer.from(text));
  };
}

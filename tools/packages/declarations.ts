import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync, type ESTree } from "vite";

/** Where a name comes from: declared here, or another file's, or another package's. */
export type Source = { readonly is: "here"; readonly text: string } | { readonly is: "file"; readonly file: string; readonly name: string } | { readonly is: "package"; readonly from: string; readonly name: string };

/** One declaration file, as far as names are concerned. */
export interface Declarations {
  /** Every name of the file's top level. */
  readonly known: ReadonlyMap<string, Source>;
  /** What others may import: the public name -> the name here. */
  readonly exported: ReadonlyMap<string, Source>;
  /** `export *`: files and packages. */
  readonly all: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const isRelative = (specifier: string): boolean => specifier.startsWith(".");
const asFile = (from: string, specifier: string): string => join(dirname(from), specifier.replace(/\.(tsx?|js)$/, ".d.ts"));
const named = (node: ESTree.ModuleExportName): string => (node.type === "Literal" ? String(node.value) : node.name);

function sourceOf(file: string, specifier: string, name: string): Source {
  return isRelative(specifier) ? { is: "file", file: asFile(file, specifier), name } : { is: "package", from: specifier, name };
}

function namesOf(declaration: ESTree.Node): string[] {
  if (declaration.type === "VariableDeclaration") return declaration.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
  return "id" in declaration && declaration.id !== null && "name" in declaration.id ? [String(declaration.id.name)] : [];
}

/** The text between two places, without comments and without `export`: a better docstring is no change of the surface. */
function plainText(code: string, comments: readonly Span[], start: number, end: number): string {
  let text = "";
  let at = start;
  for (const comment of comments.filter((one) => one.start >= start && one.end <= end)) {
    text += code.slice(at, comment.start).trimEnd();
    at = comment.end;
  }
  return (text + code.slice(at, end)).replace(/^(export )?(declare )?/, "").replace(/\n\s*\n/g, "\n");
}

interface Found {
  readonly known: Map<string, Source>;
  readonly exported: Map<string, Source>;
  readonly all: string[];
}

/** A value and a type may share a name, as each of our schemas does; overloads do. */
function add(to: Map<string, Source>, name: string, text: string): void {
  const before = to.get(name);
  to.set(name, { is: "here", text: before?.is === "here" ? `${before.text}\n${text}` : text });
}

function readSpecifiers(file: string, node: ESTree.ExportNamedDeclaration, { known, exported }: Found): void {
  for (const { local, exported: name } of node.specifiers) {
    const source: Source | undefined = node.source ? sourceOf(file, node.source.value, named(local)) : known.get(named(local));
    if (source) exported.set(named(name), source);
  }
}

function readStatement(file: string, node: ESTree.Program["body"][number], text: string, found: Found): void {
  const { known, exported, all } = found;
  if (node.type === "ImportDeclaration") {
    for (const one of node.specifiers) known.set(one.local.name, sourceOf(file, node.source.value, one.type === "ImportSpecifier" ? named(one.imported) : "*"));
  } else if (node.type === "ExportAllDeclaration") {
    all.push(isRelative(node.source.value) ? asFile(file, node.source.value) : node.source.value);
  } else if (node.type === "ExportNamedDeclaration") {
    for (const name of node.declaration ? namesOf(node.declaration) : []) for (const names of [known, exported]) add(names, name, text);
    readSpecifiers(file, node, found);
  } else {
    for (const name of namesOf(node)) add(known, name, text);
  }
}

/** Reads one declaration file that tsc wrote. */
export function readDeclarations(file: string): Declarations {
  const code = readFileSync(file, "utf8");
  const { program, comments, errors } = parseSync(file, code);
  if (errors[0]) throw new Error(`${file} does not parse (${errors[0].message}). Run npm run build.`);
  const found: Found = { known: new Map(), exported: new Map(), all: [] };
  for (const node of program.body) readStatement(file, node, plainText(code, comments, node.start, node.end), found);
  return found;
}

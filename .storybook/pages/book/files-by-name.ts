/** Files that a glob found, by their names instead of their paths; tests stay out. Throws when a name that stood there is gone. */
export function filesByName(found: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (Object.keys(found).length === 0) throw new Error("A recipe shows files of this repository, and none of them is there any more. Look at its import.meta.glob.");
  return Object.fromEntries(Object.entries(found).flatMap(([path, code]) => (path.includes(".test.") ? [] : [[path.split("/").at(-1) ?? path, code]])));
}

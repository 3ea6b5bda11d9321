import { measureSizes } from "../packages/measure.ts";
import { atMost, kilobytes, type Row } from "./report.ts";

/** Targets of issue 3. A figure without one is printed for the record; the budgets of `npm run size` are tighter and hold what was reached. */
const targets: Readonly<Record<string, number>> = { "first form, JS and CSS": 50_000, "  of it own code, JS and CSS": 14_000 };

/** The figures of `npm run size`, as rows. `app` has the packages installed. */
export async function benchSize(app: string): Promise<readonly Row[]> {
  const figures = await measureSizes(app);
  const later = figures.filter(({ name }) => name.startsWith("later: "));
  const rows = figures.filter((figure) => !later.includes(figure)).map(({ name, bytes }): Row => {
    const [label, target] = [`size: ${name.trim()}, brotli`, targets[name]];
    return target === undefined ? { name: label, figure: kilobytes(bytes) } : atMost(label, bytes, target, kilobytes);
  });
  const total = later.reduce((sum, { bytes }) => sum + bytes, 0);
  return [...rows, { name: "size: later chunks (machine, steps, languages, settings)", figure: `${later.length} with ${kilobytes(total)}` }];
}

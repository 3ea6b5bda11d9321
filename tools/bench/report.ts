// What every part of the bench answers: rows of one table.

/** One figure. Without a target it is printed for the record. */
export interface Row {
  readonly name: string;
  readonly figure: string;
  readonly target?: string;
  readonly ok?: boolean;
}

/** The value in the middle; of an even number, the lower one of the two. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The smallest value that `share` of all values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A row whose figure must not be above its target. */
export const atMost = (name: string, value: number, target: number, show: (value: number) => string): Row =>
  ({ name, figure: show(value), target: `<= ${show(target)}`, ok: value <= target });

/** A row whose figure must not be below its target. */
export const atLeast = (name: string, value: number, target: number, show: (value: number) => string): Row =>
  ({ name, figure: show(value), target: `>= ${show(target)}`, ok: value >= target });

export const percent = (value: number): string => `${Math.round(value * 100)} %`;
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const perSecond = (value: number): string => `${Math.round(value)}/s`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const times = (value: number): string => value.toFixed(2);

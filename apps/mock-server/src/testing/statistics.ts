/** The middle one. */
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How far counts are from what was expected of each: Pearson's chi-square. Pure. */
export const chiSquare = (counts: readonly number[], expected: readonly number[]): number =>
  counts.reduce((sum, count, at) => sum + (count - (expected[at] ?? 0)) ** 2 / (expected[at] ?? 0), 0);

/** What chi-square exceeds once in a thousand times where nothing is wrong, by degrees of freedom. */
export const CHI_SQUARE_P001 = { 1: 10.828, 9: 27.877 } as const;

/** How likely two samples of one kind differ in rank at least as much as these: Mann-Whitney, two-sided, by the normal approximation. Pure. */
export function mannWhitney(left: readonly number[], right: readonly number[]): number {
  const [n, m] = [left.length, right.length];
  const wins = left.reduce((sum, a) => sum + right.filter((b) => a > b).length + right.filter((b) => a === b).length / 2, 0);
  return 2 * tail(Math.abs(wins - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12));
}

/** The normal distribution's upper tail (Abramowitz and Stegun 26.2.17, to seven digits). */
function tail(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * z);
  const series = t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

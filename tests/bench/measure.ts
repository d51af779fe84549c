import { performance } from 'node:perf_hooks';

/** How long something took, over several runs, in milliseconds. */
export type Spread = { runs: number; p50: number; p95: number };

/** One thing that must be fast, beside its floor of the same run: the ratio travels between machines. */
export type Figure = {
  name: string;
  /** What was timed, and what the floor does instead. */
  measured: string;
  floor: string;
  took: Spread;
  floorTook: Spread;
  /** Of the two middles. */
  ratio: number;
  /** The ratio that is aimed at, at scale 100. */
  target: number;
};

/** The middle and the slow end of some times. Throws when there are none. */
export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const [p50, p95] = [at(0.5), at(0.95)];
  if (p50 === undefined || p95 === undefined) throw new RangeError('Nothing was measured.');
  return { runs: sorted.length, p50: inHundredths(p50), p95: inHundredths(p95) };
}

/** The figure of two series. */
export function figure(
  told: Pick<Figure, 'name' | 'measured' | 'floor' | 'target'>,
  times: readonly number[],
  floorTimes: readonly number[],
): Figure {
  const [took, floorTook] = [spread(times), spread(floorTimes)];
  return { ...told, took, floorTook, ratio: inHundredths(took.p50 / floorTook.p50) };
}

function inHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Does something and says how long it took, in milliseconds. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const from = performance.now();
  const result = await work();
  return { result, ms: performance.now() - from };
}

/** The figures as a small table for people. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['', 'p50 ms', 'p95 ms', 'floor p50', 'ratio', 'target', ''],
    ...figures.map((one) => [
      one.name,
      one.took.p50.toFixed(2),
      one.took.p95.toFixed(2),
      one.floorTook.p50.toFixed(2),
      `${one.ratio.toFixed(2)} ×`,
      `${one.target.toFixed(1)} ×`,
      one.ratio <= one.target ? 'within' : 'above',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

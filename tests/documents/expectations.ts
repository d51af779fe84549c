import { expect } from 'vitest';
import type { Pdf } from './read-pdf.ts';

/** The sheet's side margin, and least distance of text from its top and bottom edge, in points. */
const SIDE = (12.7 / 25.4) * 72;
const EDGE = (9 / 25.4) * 72;

/** Nothing hangs over a margin, no two pieces stand on each other, the foot is free, and each page has its number. */
export function expectCleanPages(pdf: Pdf): void {
  for (const [index, page] of pdf.pages.entries()) {
    const upright = page.runs.filter((run) => !run.turned);
    const where = `page ${index + 1}`;
    for (const run of upright) {
      expect(run.x, `${where}: ${run.text}`).toBeGreaterThanOrEqual(SIDE - 1);
      expect(run.x + run.width, `${where}: ${run.text}`).toBeLessThanOrEqual(page.width - SIDE + 1);
      expect(run.y - run.size, `${where}: ${run.text}`).toBeGreaterThanOrEqual(EDGE - 1);
      expect(run.y, `${where}: ${run.text}`).toBeLessThanOrEqual(page.height - EDGE);
    }
    const foot = Math.max(...upright.map((run) => run.y));
    const above = Math.max(...upright.filter((run) => run.y < foot - 1).map((run) => run.y));
    expect(foot - above, `${where}: room above the foot`).toBeGreaterThan(11);
    expect(page.lines.at(-1)).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    expectNoOverlap(upright, where);
  }
}

function expectNoOverlap(runs: Pdf['pages'][number]['runs'], where: string): void {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  for (const [index, run] of sorted.entries()) {
    for (const other of sorted.slice(index + 1)) {
      if (other.y - run.y >= 8) break;
      const across = Math.min(run.x + run.width, other.x + other.width) - Math.max(run.x, other.x);
      expect(across, `${where}: “${run.text}” and “${other.text}” stand on each other`).toBeLessThan(2);
    }
  }
}

/** A4, tagged, titled, in English, with its own fonts inside and nothing set too small to read. */
export function expectSoundPdf(
  pdf: Pdf,
  title: string,
  leastPoints: number,
  lies: 'upright' | 'across',
): void {
  expect(pdf.title).toBe(title);
  expect(pdf.language).toBe('en-GB');
  expect(pdf.isTagged).toBe(true);
  expect(pdf.fonts.length).toBeGreaterThan(0);
  for (const font of pdf.fonts) {
    expect(font.embedded, font.name).toBe(true);
    expect(font.name).toMatch(/^[A-Z]{6}\+Inter(Figures)?-(Regular|SemiBold|Bold)$/);
  }
  for (const page of pdf.pages) {
    const [short, long] = [page.width, page.height].sort((a, b) => a - b);
    expect(short).toBeCloseTo(595, -0.5);
    expect(long).toBeCloseTo(842, -0.5);
    expect(page.height > page.width).toBe(lies === 'upright');
    for (const run of page.runs) expect(run.size, run.text).toBeGreaterThanOrEqual(leastPoints - 0.02);
  }
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PaperJob } from '#shared/contract/papers.ts';
import { openPaperDesk, type PaperDesk } from './desk/paper-desk.ts';
import type { Seen } from './desk/talk.ts';
import { readPdf } from './read-pdf.ts';
import { orderJob, orderOf, returnJob, sampleOrder, sampleReturn } from './samples.ts';

let desk: PaperDesk;

beforeAll(async () => {
  desk = await openPaperDesk(inject('paperApp'));
});

afterAll(() => desk.close());

async function preview(job: PaperJob, width: number): Promise<Seen> {
  const answer = await desk.ask({ do: 'preview', job, width });
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.data as Seen;
}

/** A page's letters and figures, sorted: lines are read across on paper and down in the window. */
const letters = (text: string): string => Array.from(text.replace(/\s+/g, '').toLowerCase()).sort().join('');

describe('the preview in the window', () => {
  it.each<[string, PaperJob]>([
    ['a short order', orderJob(sampleOrder())],
    ['a long cancelled order', orderJob(orderOf(45, { mark: 'cancelled' }))],
    ['a return', returnJob(sampleReturn())],
  ])('shows %s sheet by sheet as it is on paper, whatever the window looks like', async (_name, job) => {
    const pdf = await readPdf(await desk.pdf(job));
    const seen = await preview(job, 900);
    expect(seen.sheets).toHaveLength(pdf.pages.length);
    for (const [index, sheet] of seen.sheets.entries()) {
      const turned = pdf.pages[index]!.runs.filter((run) => run.turned).map((run) => run.text);
      expect(letters(sheet.words)).toBe(letters([...pdf.pages[index]!.lines, ...turned].join('')));
      expect(sheet.hangsOver).toBe(false);
    }
  });

  it.each([300, 640, 1200])('fits a window %i wide, with A4’s shape and the same pages', async (width) => {
    const job = orderJob(orderOf(20));
    const [seen, lifeSize] = [await preview(job, width), await preview(job, 800)];
    expect(seen.sheets.map((sheet) => sheet.words)).toEqual(lifeSize.sheets.map((sheet) => sheet.words));
    for (const sheet of seen.sheets) {
      expect(sheet.width).toBeCloseTo(seen.width, 0);
      expect(sheet.height / sheet.width).toBeCloseTo(297 / 210, 2);
      expect(sheet.hangsOver).toBe(false);
    }
    const sheets = seen.sheets.reduce((sum, sheet) => sum + sheet.height, 0);
    expect(seen.height).toBeGreaterThanOrEqual(sheets);
    expect(seen.height).toBeLessThan(sheets + 60);
  });

  it('brings styles for paper only', () => {
    const folder = path.resolve(import.meta.dirname, '..', '..', 'renderer', 'documents');
    const css = readFileSync(path.join(folder, 'paper.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const selectors = [...css.matchAll(/([^{}]+)\{[^{}]*\}/g)].flatMap(([, selector = '']) =>
      selector.replace(/\([^)]*\)/g, '()').split(','),
    );
    expect(selectors.length).toBeGreaterThan(60);
    for (const selector of selectors)
      expect(selector.trim()).toMatch(/^\.paper(-preview|--unsettled)?(?![\w-])/);
    const fonts = readFileSync(path.join(folder, 'paper-fonts.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [rule] of fonts.matchAll(/[^{}]+(?=\{)/g)) expect(rule.trim()).toBe('@font-face');
    expect(fonts).not.toContain("'Inter Variable'");
  });
});

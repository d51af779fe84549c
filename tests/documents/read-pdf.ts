import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page, in points from its top left corner; `y` is the baseline. */
export type Run = { text: string; x: number; y: number; width: number; size: number; turned: boolean };

/** A node of the structure tree that screen readers follow. */
export type Tag = { role: string; children: Tag[]; text: string };

/** One page, with its text as a person reads it, line by line. */
export type PdfPage = { width: number; height: number; runs: Run[]; lines: string[]; tags: Tag };

/** A PDF, read back. */
export type Pdf = {
  title: string;
  language: string;
  isTagged: boolean;
  outline: string[];
  /** Names of the fonts, and whether each is inside the file. */
  fonts: { name: string; embedded: boolean }[];
  pages: PdfPage[];
  /** All text, pages after one another, runs of white space as one space. */
  text: string;
};

type RawTag = { role?: string; children?: RawTag[]; type?: string; id?: string };
type RawItem = { str?: string; transform?: number[]; width?: number; type?: string; id?: string | null };
type RawOutline = { title: string; items: RawOutline[] };

/** One space for many; Inter has one glyph for two apostrophes, and the PDF names it by the rarer one. */
const tidy = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('\u02bc', '’').trim();

function runOf(item: RawItem, height: number): Run | null {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform ?? [];
  if (item.str === undefined || item.str.trim() === '') return null;
  return {
    text: item.str,
    x,
    y: height - y,
    width: item.width ?? 0,
    size: Math.hypot(a, b),
    turned: Math.abs(b) > 0.01,
  };
}

/** Runs that share a baseline, from left to right. */
function linesOf(runs: readonly Run[]): string[] {
  const rows = new Map<number, Run[]>();
  for (const run of runs.filter((each) => !each.turned)) {
    const key = [...rows.keys()].find((y) => Math.abs(y - run.y) < 1) ?? run.y;
    rows.set(key, [...(rows.get(key) ?? []), run]);
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, row]) =>
      tidy(
        row
          .sort((a, b) => a.x - b.x)
          .map((run, index) => {
            const before = row[index - 1];
            const gap = before === undefined ? 0 : run.x - before.x - before.width;
            return gap > 1.5 ? ` ${run.text}` : run.text;
          })
          .join(''),
      ),
    );
}

/** The text of each marked stretch, by its id. */
function markedText(items: readonly RawItem[]): Map<string, string> {
  const open: (string | null)[] = [];
  const marked = new Map<string, string>();
  for (const item of items) {
    if (item.type?.startsWith('begin') === true) open.push(item.id ?? null);
    else if (item.type === 'endMarkedContent') open.pop();
    else {
      const id = open.findLast((each) => each !== null);
      if (typeof id === 'string') marked.set(id, (marked.get(id) ?? '') + (item.str ?? ''));
    }
  }
  return marked;
}

function tagOf(raw: RawTag, marked: Map<string, string>): Tag {
  if (raw.type === 'content') return { role: '', children: [], text: marked.get(raw.id ?? '') ?? '' };
  const children = (raw.children ?? []).map((child) => tagOf(child, marked));
  return { role: raw.role ?? '', children, text: tidy(children.map((child) => child.text).join(' ')) };
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const [, , width = 0, height = 0] = page.view;
  const content = await page.getTextContent({ includeMarkedContent: true });
  const items: RawItem[] = content.items;
  const runs = items.map((item) => runOf(item, height)).filter((run) => run !== null);
  // None in what a printer is sent.
  const tree: RawTag | null = await page.getStructTree();
  return { width, height, runs, lines: linesOf(runs), tags: tagOf(tree ?? {}, markedText(items)) };
}

async function fontsOf(page: PDFPageProxy): Promise<Pdf['fonts']> {
  await page.getOperatorList();
  const content = await page.getTextContent();
  return Object.keys(content.styles).map((id) => {
    const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean };
    return { name: font.name, embedded: font.missingFile !== true };
  });
}

const flat = (items: readonly RawOutline[]): string[] =>
  items.flatMap((item) => [tidy(item.title), ...flat(item.items)]);

/** The library calls it a map of yes and no, or of anything. */
function isMarked(mark: unknown): boolean {
  return mark instanceof Map && mark.get('Marked') === true;
}

/** Reads a PDF back as a screen reader, a search and a printer would. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, fontExtraProperties: true });
  const document = await loading.promise;
  const info = (await document.getMetadata()).info as { Title?: string; Language?: string };
  const pages: PdfPage[] = [];
  const fonts: Pdf['fonts'] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page));
    fonts.push(...(await fontsOf(page)));
  }
  const outline = (await document.getOutline()) as RawOutline[] | null;
  const mark = await document.getMarkInfo();
  await loading.destroy();
  return {
    title: info.Title ?? '',
    language: info.Language ?? '',
    isTagged: isMarked(mark),
    outline: flat(outline ?? []),
    fonts,
    pages,
    text: tidy(pages.flatMap((page) => page.lines).join(' ')),
  };
}

/** Every tag of a role, in reading order. */
export function tagsOf(tag: Tag, role: string): Tag[] {
  const below = tag.children.flatMap((child) => tagsOf(child, role));
  return tag.role === role ? [tag, ...below] : below;
}

type Canvas = NonNullable<Parameters<PDFPageProxy['render']>[0]['canvas']>;
type CanvasMaker = {
  create: (
    width: number,
    height: number,
  ) => {
    canvas: Canvas;
    context: { getImageData: (x: number, y: number, w: number, h: number) => { data: Uint8ClampedArray } };
  };
};

/** How dark each cell of a page is, 0 to 1, as a grid of `across` cells a row: the page as seen from afar. */
export async function shadesOf(bytes: Uint8Array, pageNumber: number, across: number): Promise<number[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const page = await document.getPage(pageNumber);
  const viewport = page.getViewport({ scale: 1.5 });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const { canvas, context } = (document.canvasFactory as CanvasMaker).create(width, height);
  await page.render({ canvas, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  await loading.destroy();
  const down = Math.round((across * height) / width);
  const cells = Array.from({ length: across * down }, () => ({ sum: 0, count: 0 }));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const cell = cells[Math.floor((y * down) / height) * across + Math.floor((x * across) / width)];
      if (cell === undefined) continue;
      cell.sum += 1 - (data[(y * width + x) * 4 + 1] ?? 255) / 255;
      cell.count += 1;
    }
  }
  return cells.map(({ sum, count }) => sum / count);
}

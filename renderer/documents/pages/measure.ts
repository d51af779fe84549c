import type { FlowItem, FlowTable } from './flow.ts';
import type { MeasuredItem, Room } from './paginate.ts';

/** A document's pieces as the browser set them: heights, room and the tables' columns, in CSS pixels of the real sheet. */
export type Measured = { items: MeasuredItem[]; room: Room; columns: Record<string, number[]> };

/**
 * Chromium rounds where text lands a little differently on screen and on paper; this much of each page, in
 * pixels, is left free so that the difference can never push a line over the edge.
 */
const SPARE = 3;

const heightOf = (node: Element | null): number => node?.getBoundingClientRect().height ?? 0;

/** A caption's height, or 0 for one that is only there for screen readers. */
function captionHeight(caption: Element | null): number {
  return caption === null || getComputedStyle(caption).position === 'absolute' ? 0 : heightOf(caption);
}

/** Air above a table, which is not in the box of any of its rows. */
function marginAbove(table: Element): number {
  return Number.parseFloat(getComputedStyle(table).marginTop) || 0;
}

function measureTable(table: Element, continued: Element | null, item: FlowTable): MeasuredItem {
  const head = heightOf(table.querySelector('thead')) + marginAbove(table);
  const bodies = [...table.querySelectorAll('tbody')];
  return {
    kind: 'table',
    whole: item.whole === true,
    head: head + captionHeight(table.querySelector('caption')),
    continuedHead: head + captionHeight(continued),
    rows: item.rows.map((row, index) => ({
      height: heightOf(bodies[index] ?? null),
      keepWithNext: row.keepWithNext === true,
    })),
  };
}

function scaled(measured: MeasuredItem, scale: number): MeasuredItem {
  if (measured.kind === 'block') return { ...measured, height: measured.height / scale };
  return {
    ...measured,
    head: measured.head / scale,
    continuedHead: measured.continuedHead / scale,
    rows: measured.rows.map((row) => ({ ...row, height: row.height / scale })),
  };
}

/**
 * Reads the trial setting of `items` under `root` (see `Trial` in Sheets.tsx). The preview may be shown scaled;
 * sizes are given for the unscaled sheet.
 */
export function measure(root: HTMLElement, items: readonly FlowItem[]): Measured {
  const scale = root.offsetWidth > 0 ? root.getBoundingClientRect().width / root.offsetWidth : 1;
  const rooms = root.querySelectorAll('[data-paper-room]');
  const columns: Record<string, number[]> = {};
  const measured = items.map((item): MeasuredItem => {
    const node = root.querySelector(`[data-paper-piece="${item.key}"]`);
    if (node === null) throw new Error('A piece of the document was not set.');
    if (item.kind === 'block') {
      return { kind: 'block', height: heightOf(node), keepWithNext: item.keepWithNext === true };
    }
    columns[item.key] = [...node.querySelectorAll('col')].map(
      (column) => column.getBoundingClientRect().width / scale,
    );
    const continued = root.querySelector(`[data-paper-continued="${item.key}"] caption`);
    return measureTable(node, continued, item);
  });
  return {
    items: measured.map((entry) => scaled(entry, scale)),
    room: {
      first: heightOf(rooms[0] ?? null) / scale - SPARE,
      later: heightOf(rooms[1] ?? null) / scale - SPARE,
    },
    columns,
  };
}

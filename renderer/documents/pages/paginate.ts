import type { Placement } from './flow.ts';

/** A block's measured height in CSS pixels. */
export type MeasuredBlock = { kind: 'block'; height: number; keepWithNext: boolean };

/** A table's measured heights in CSS pixels; the head (with its caption) is paid for again on every page. */
export type MeasuredTable = {
  kind: 'table';
  /** Is not cut where a page can hold it all. */
  whole: boolean;
  head: number;
  continuedHead: number;
  rows: { height: number; keepWithNext: boolean }[];
};

/** See {@link paginate}. */
export type MeasuredItem = MeasuredBlock | MeasuredTable;

/** Room for content in CSS pixels. */
export type Room = { first: number; later: number };

/** `keeps`: must share a page with what follows; `clings`: should, if a page is long enough. */
type Unit = { item: number; row: number | null; height: number; keeps: boolean; clings: boolean };

function unitsOf(items: readonly MeasuredItem[]): Unit[] {
  return items.flatMap((entry, item): Unit[] => {
    if (entry.kind === 'block') {
      return [{ item, row: null, height: entry.height, keeps: entry.keepWithNext, clings: false }];
    }
    const last = entry.rows.length - 1;
    return entry.rows.map(({ height, keepWithNext }, row) => ({
      item,
      row,
      height,
      keeps: keepWithNext,
      clings: entry.whole && row < last,
    }));
  });
}

/** Runs of units that belong on one page: each but the last stays with what follows. */
function chainsOf(units: readonly Unit[], stays: (unit: Unit) => boolean): Unit[][] {
  const chains: Unit[][] = [];
  let open: Unit[] = [];
  for (const unit of units) {
    open.push(unit);
    if (stays(unit)) continue;
    chains.push(open);
    open = [];
  }
  return open.length > 0 ? [...chains, open] : chains;
}

/** Fills page after page; knows what is left of the present one and which table stands open on it. */
class Pages {
  readonly pages: Unit[][] = [[]];
  private used = 0;
  private readonly items: readonly MeasuredItem[];
  private readonly room: Room;

  constructor(items: readonly MeasuredItem[], room: Room) {
    this.items = items;
    this.room = room;
  }

  private present(): Unit[] {
    return this.pages.at(-1) ?? [];
  }

  private cost(units: readonly Unit[], onNewPage: boolean): number {
    let last = onNewPage ? undefined : this.present().at(-1);
    let total = 0;
    for (const unit of units) {
      total += unit.height + this.headBefore(unit, last);
      last = unit;
    }
    return total;
  }

  private headBefore(unit: Unit, last: Unit | undefined): number {
    const entry = this.items[unit.item];
    if (unit.row === null || entry?.kind !== 'table') return 0;
    if (last !== undefined && last.item === unit.item) return 0;
    return unit.row === 0 ? entry.head : entry.continuedHead;
  }

  private fits(units: readonly Unit[]): boolean {
    const room = this.pages.length === 1 ? this.room.first : this.room.later;
    return this.used + this.cost(units, false) <= room;
  }

  private put(units: readonly Unit[]): void {
    this.used += this.cost(units, false);
    this.present().push(...units);
  }

  private turn(): void {
    if (this.present().length === 0) return;
    this.pages.push([]);
    this.used = 0;
  }

  /** Whether a chain could stand on a page of its own, whichever. */
  holds(chain: readonly Unit[]): boolean {
    return this.cost(chain, true) <= Math.min(this.room.first, this.room.later);
  }

  /** Sets a chain on the present page if it fits, otherwise on the next. */
  add(chain: readonly Unit[]): void {
    if (!this.fits(chain)) this.turn();
    this.put(chain);
  }
}

/** What holds a run together, the strictest rule last: all that should stay, all that must, nothing. */
const RULES: ((unit: Unit) => boolean)[] = [
  (unit) => unit.keeps || unit.clings,
  (unit) => unit.keeps,
  () => false,
];

/** Runs that each fit on a page, with as much kept together as can be. */
function runsOf(pages: Pages, units: readonly Unit[], rules = RULES): Unit[][] {
  const [rule, ...looser] = rules;
  if (rule === undefined) return [[...units]];
  return chainsOf(units, rule).flatMap((chain) =>
    chain.length === 1 || pages.holds(chain) ? [chain] : runsOf(pages, chain, looser),
  );
}

function placements(units: readonly Unit[]): Placement[] {
  const placed: Placement[] = [];
  for (const unit of units) {
    const last = placed.at(-1);
    if (unit.row === null) placed.push({ item: unit.item });
    else if (last !== undefined && 'to' in last && last.item === unit.item) last.to = unit.row + 1;
    else placed.push({ item: unit.item, from: unit.row, to: unit.row + 1 });
  }
  return placed;
}

/**
 * Shares measured pieces out over pages, in order. No block and no row is cut; a table's head is repeated on
 * each page that holds rows of it; what must stay together does, and what should does where a page can hold it.
 * A piece taller than a page stands on one by itself. There is always at least one page.
 */
export function paginate(items: readonly MeasuredItem[], room: Room): Placement[][] {
  const pages = new Pages(items, room);
  for (const run of runsOf(pages, unitsOf(items))) pages.add(run);
  return pages.pages.map(placements);
}

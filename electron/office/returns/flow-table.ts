import type { ReturnTable } from '#shared/contract/returns.ts';
import { type Published, suppressBreakdowns } from '#shared/domain/suppression.ts';

/** One row's counts of R1 (domain 10.1), in episodes. */
export type FlowCounts = {
  openAtStart: number;
  initiated: number;
  repeats: number;
  completed: number;
  tacFormed: number;
  closed: number;
  openAtEnd: number;
};
/** A row of R1 with its name. */
export type FlowLine = { key: string; label: string; counts: FlowCounts };
/** Everything R1 is made of: the whole, and two breakdowns of it. */
export type Flow = { total: FlowCounts; areas: FlowLine[]; levels: FlowLine[] };

const columns: { key: keyof FlowCounts; label: string }[] = [
  { key: 'openAtStart', label: 'Open at start' },
  { key: 'initiated', label: 'Initiated' },
  { key: 'repeats', label: 'Of which repeat' },
  { key: 'completed', label: 'Completed' },
  { key: 'tacFormed', label: 'TAC formed' },
  { key: 'closed', label: 'Closed' },
  { key: 'openAtEnd', label: 'Open at end' },
];

/** The columns that make a sum: open at start + initiated − closed = open at end. The others stand alone. */
const balance = ['openAtStart', 'initiated', 'closed', 'openAtEnd'] as const;
const alone = ['repeats', 'completed', 'tacFormed'] as const;

type Cells = Record<keyof FlowCounts, Published>;

/** Hides small counts in both breakdowns together, because they share the whole trust's figures. */
function protect(flow: Flow): { total: Cells; areas: Cells[]; levels: Cells[] } {
  const groups = [flow.areas, flow.levels].map((lines) => [...lines.map((line) => line.counts), flow.total]);
  const cells = groups.map((group) => group.map((): Cells => ({ ...flow.total })));
  const put = (keys: readonly (keyof FlowCounts)[]) => {
    // A column that stands alone is its own total, so that only its sum downwards counts.
    const tables = groups.map((group) =>
      group.map((counts) => (keys.length > 1 ? keys : [...keys, ...keys]).map((key) => counts[key])),
    );
    suppressBreakdowns(tables).forEach((table, at) =>
      table.forEach((row, index) =>
        keys.forEach((key, column) => {
          const target = cells[at]?.[index];
          if (target) target[key] = row[column] ?? 0;
        }),
      ),
    );
  };
  put(balance);
  for (const key of alone) put([key]);
  const [areas = [], levels = []] = cells;
  return { total: areas.at(-1) ?? flow.total, areas: areas.slice(0, -1), levels: levels.slice(0, -1) };
}

/** R1, exact or with small counts hidden. */
export function flowTable(flow: Flow, published: boolean): ReturnTable {
  const shown = published
    ? protect(flow)
    : {
        total: flow.total,
        areas: flow.areas.map((line) => line.counts),
        levels: flow.levels.map((line) => line.counts),
      };
  const cellsOf = (cells: Cells | undefined) => columns.map(({ key }) => cells?.[key] ?? null);
  const rowsOf = (lines: FlowLine[], cells: Cells[]) =>
    lines.map((line, index) => ({
      key: line.key,
      label: line.label,
      kind: 'row' as const,
      cells: cellsOf(cells[index]),
    }));
  const head = (key: string, label: string) => ({
    key,
    label,
    kind: 'head' as const,
    cells: columns.map(() => null),
  });
  return {
    code: 'R1',
    title: 'CAF flow',
    basis:
      'Episodes. Initiated by start date, completed, TAC formed and closed by their own dates. Level as at the start of the episode.',
    columns: columns.map((column) => ({ ...column, kind: 'count' })),
    rows: [
      { key: 'total', label: 'Whole trust', kind: 'total', cells: cellsOf(shown.total) },
      head('areas', 'By area'),
      ...rowsOf(flow.areas, shown.areas),
      head('levels', 'By level of need'),
      ...rowsOf(flow.levels, shown.levels),
    ],
    notes: [
      'Open at start + initiated − closed = open at end, in every row. Closed on the last day counts as closed.',
      ...(published
        ? [
            'Open at start is also the open at end of the quarter before: compare both before either is published.',
          ]
        : []),
    ],
  };
}

/** A check of a return, before it is put into words for its reader. */
export type Check = { name: string; ok: boolean; detail: string };

const adds = (counts: FlowCounts) =>
  counts.openAtStart + counts.initiated - counts.closed === counts.openAtEnd;

function sumsTo(lines: FlowLine[], total: FlowCounts): boolean {
  return columns.every(({ key }) => lines.reduce((sum, line) => sum + line.counts[key], 0) === total[key]);
}

/** What must hold of R1 (domain 9, reconciliation). */
export function flowChecks({ total, areas, levels }: Flow): Check[] {
  const wrong = [...areas, ...levels].filter((line) => !adds(line.counts)).map((line) => line.label);
  const { openAtStart, initiated, closed, openAtEnd } = total;
  return [
    {
      name: 'R1: open at start + initiated − closed = open at end',
      ok: adds(total) && wrong.length === 0,
      detail:
        `${openAtStart} + ${initiated} − ${closed} = ${openAtEnd}` +
        (wrong.length > 0 ? `; not in ${wrong.join(', ')}` : ', and in every row'),
    },
    {
      name: 'R1: areas and levels each add up to the whole trust',
      ok: sumsTo(areas, total) && sumsTo(levels, total),
      detail: `${areas.length} areas, ${levels.length} levels, ${columns.length} columns`,
    },
  ];
}

import type { ReactNode } from 'react';

/** A piece of a document that is never cut by the end of a page: an address box, the totals, one clause. */
export type FlowBlock = {
  kind: 'block';
  key: string;
  content: ReactNode;
  /** Keeps it on the page of what follows: a heading with its text. */
  keepWithNext?: boolean;
};

/** One line of a table, as one or more `tr`; it is never cut by the end of a page. */
export type FlowRow = {
  key: string;
  content: ReactNode;
  /** Keeps it on the page of the row, or of the piece, that follows: a subtitle with its first row, the last line with the totals. */
  keepWithNext?: boolean;
};

/** A table that may run over several pages; each page's part has the head again, and its columns keep their widths. */
export type FlowTable = {
  kind: 'table';
  key: string;
  className: string;
  columns: number;
  /** Moves the whole table to the next page rather than cut it, if it fits on one page. */
  whole?: boolean;
  /** What the table is, for every page's part; `continued` is true from the second page on. */
  caption: (continued: boolean) => ReactNode;
  /** The `tr` of the head. */
  head: ReactNode;
  rows: FlowRow[];
};

/** What a document is made of, from top to bottom; `Sheets` sets it on pages. */
export type FlowItem = FlowBlock | FlowTable;

/** What stands on one page: a whole block, or the rows `from` up to, not including, `to` of a table. */
export type Placement = { item: number } | { item: number; from: number; to: number };

import {
  Fragment,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react';
import type { FlowItem, FlowTable, Placement } from './flow.ts';
import { measure } from './measure.ts';
import { paginate } from './paginate.ts';
import '../paper-fonts.css';
import '../paper.css';

/** What every page of one document shares. */
export type SheetStyle = {
  orientation: 'portrait' | 'landscape';
  /** The letterhead's colour, already safe to read on white (`safeColour`). */
  colour: string;
  /** Head of the pages after the first, to keep loose sheets together. */
  runningHead: ReactNode;
  /** Left end of every page's foot. */
  foot: ReactNode;
  /** Large pale word across every page: Draft, Cancelled. The same is said in words in the document. */
  watermark: string | null;
};

type Set = {
  items: readonly FlowItem[];
  final: boolean;
  pages: Placement[][];
  columns: Record<string, number[]>;
};

/** True once every font that the trial setting asked for has arrived. */
function useFonts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let here = true;
    const settle = (): void => {
      if (here) setReady(true);
    };
    const fonts: FontFaceSet | undefined = document.fonts;
    if (fonts === undefined) settle();
    else fonts.ready.then(settle, settle);
    return () => {
      here = false;
    };
  }, []);
  return ready;
}

/**
 * Sets a document on A4 sheets: tries it once unseen, measures, and shares it out over pages, each with its own
 * foot and number. Preview, PDF and paper are these same sheets, so page x of y needs no help from the printer,
 * and rows, heads and totals fall alike on all three.
 *
 * @param onSet called when the pages are final: the fonts have arrived and nothing moves any more.
 */
export function Sheets({
  items,
  sheet,
  onSet,
}: {
  items: readonly FlowItem[];
  sheet: SheetStyle;
  onSet?: (() => void) | undefined;
}) {
  const final = useFonts();
  const trial = useRef<HTMLDivElement>(null);
  const [set, setSet] = useState<Set | null>(null);
  const current = set !== null && set.items === items && set.final === final ? set : null;

  useLayoutEffect(() => {
    if (current !== null || trial.current === null) return;
    const measured = measure(trial.current, items);
    setSet({ items, final, pages: paginate(measured.items, measured.room), columns: measured.columns });
  }, [current, items, final]);

  useEffect(() => {
    if (current?.final === true) onSet?.();
  }, [current, onSet]);

  return (
    <div
      className={`paper paper--${sheet.orientation}${final ? '' : ' paper--unsettled'}`}
      style={{ '--paper-colour': sheet.colour } as CSSProperties}
    >
      {current === null ? (
        <div className="paper-trial" ref={trial}>
          <Trial items={items} sheet={sheet} />
        </div>
      ) : (
        current.pages.map((placements, index) => (
          <Sheet key={pageKey(index)} sheet={sheet} page={index + 1} pages={current.pages.length}>
            {placements.map((placement) => (
              <Piece key={placement.item} items={items} placement={placement} columns={current.columns} />
            ))}
          </Sheet>
        ))
      )}
    </div>
  );
}

const pageKey = (index: number): string => `page-${index + 1}`;

/** The unseen trial: an empty first page and an empty later page for their room, then every piece once at full width. */
function Trial({ items, sheet }: { items: readonly FlowItem[]; sheet: SheetStyle }) {
  return (
    <>
      <Sheet sheet={sheet} page={1} pages={2} />
      <Sheet sheet={sheet} page={2} pages={2} />
      <div className={`paper-sheet paper-sheet--${sheet.orientation} paper-sheet--trial`}>
        {items.map((item) =>
          item.kind === 'block' ? (
            <div className="paper-piece" data-paper-piece={item.key} key={item.key}>
              {item.content}
            </div>
          ) : (
            <Fragment key={item.key}>
              <TablePart table={item} from={0} to={item.rows.length} widths={null} />
              <table className={item.className} data-paper-continued={item.key}>
                {item.caption(true)}
              </table>
            </Fragment>
          ),
        )}
      </div>
    </>
  );
}

function Sheet({
  sheet,
  page,
  pages,
  children,
}: {
  sheet: SheetStyle;
  page: number;
  pages: number;
  children?: ReactNode;
}) {
  return (
    <section className={`paper-sheet paper-sheet--${sheet.orientation}`} data-page={page}>
      {sheet.watermark !== null && (
        <div className="paper-watermark" aria-hidden="true">
          <span>{sheet.watermark}</span>
        </div>
      )}
      {page > 1 && <div className="paper-running">{sheet.runningHead}</div>}
      <div className="paper-room" data-paper-room="">
        {children}
      </div>
      <div className="paper-foot">
        <span>{sheet.foot}</span>
        <span>
          Page {page} of {pages}
        </span>
      </div>
    </section>
  );
}

function Piece({
  items,
  placement,
  columns,
}: {
  items: readonly FlowItem[];
  placement: Placement;
  columns: Record<string, number[]>;
}) {
  const item = items[placement.item];
  if (item === undefined) return null;
  if (item.kind === 'block') return <div className="paper-piece">{item.content}</div>;
  if (!('from' in placement)) return null;
  return (
    <TablePart table={item} from={placement.from} to={placement.to} widths={columns[item.key] ?? null} />
  );
}

/** The rows of a table on one page. Without `widths` the browser chooses the columns: that is the trial. */
function TablePart({
  table,
  from,
  to,
  widths,
}: {
  table: FlowTable;
  from: number;
  to: number;
  widths: number[] | null;
}) {
  const columns = Array.from({ length: table.columns }, (_, index) => `column-${index}`);
  const fixed = widths !== null && widths.some((width) => width > 0);
  return (
    <table className={`${table.className}${fixed ? ' paper-table--set' : ''}`} data-paper-piece={table.key}>
      {table.caption(from > 0)}
      <colgroup>
        {columns.map((column, index) => (
          <col key={column} style={fixed ? { width: `${widths[index] ?? 0}px` } : undefined} />
        ))}
      </colgroup>
      <thead>{table.head}</thead>
      {table.rows.slice(from, to).map((row) => (
        <tbody key={row.key}>{row.content}</tbody>
      ))}
    </table>
  );
}

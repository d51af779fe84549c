import { formatPoundsPlain, formatPriceE4, formatQuantity } from '#shared/domain/money.ts';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import type { FlowRow, FlowTable } from '../pages/flow.ts';
import { formatRate, partsOf, unitFor } from '../words.ts';

type Line = PurchaseOrderPaper['lines'][number];

/** Codes whose rate is worth printing; the others carry no VAT (domain 8.1). */
const RATED = new Set(['S', 'R', 'Z']);

/** Longest stretch of description set in one row, in characters: about half a page. */
const ROW_TEXT = 700;

/** More figures than this in a line leave no room for a description beside them. */
const ROOMY_FIGURES = 42;

const COLUMNS = 8;

function unitPrice(line: Line): string {
  return formatPriceE4(line.unitPriceE4).replace('£', '');
}

function figuresOf(line: Line): string[] {
  return [
    `${formatQuantity(line.quantity)} ${unitFor(line.quantity, line.unit)}`,
    unitPrice(line),
    RATED.has(line.vatCode) ? `${line.vatCode} ${formatRate(line.vatRateBp)}` : line.vatCode,
    formatPoundsPlain(line.netPence),
    formatPoundsPlain(line.vatPence),
    formatPoundsPlain(line.grossPence),
  ];
}

/** Whether the widest figure of each column, side by side, would squeeze the descriptions. */
function isCrowded(lines: readonly Line[]): boolean {
  const widest = [0, 0, 0, 0, 0, 0];
  for (const line of lines) {
    figuresOf(line).forEach((figure, index) => {
      widest[index] = Math.max(widest[index] ?? 0, figure.length);
    });
  }
  return widest.reduce((sum, width) => sum + width, 0) > ROOMY_FIGURES;
}

/** The order's lines. Where the figures are long each description stands on a row of its own above them. */
export function orderLines(order: PurchaseOrderPaper): FlowTable {
  const crowded = isCrowded(order.lines);
  const rows = order.lines.flatMap((line): FlowRow[] => rowsOf(line, crowded));
  const last = rows.at(-1);
  if (last !== undefined) last.keepWithNext = true;
  return {
    kind: 'table',
    key: 'lines',
    className: `paper-table paper-lines${crowded ? ' paper-lines--crowded' : ''}`,
    columns: COLUMNS,
    caption: (continued) => (
      <caption className={continued ? 'paper-caption' : 'paper-unseen'}>
        {continued ? 'Order lines, continued' : 'Order lines'}
      </caption>
    ),
    head: <Heads />,
    rows,
  };
}

function Heads() {
  return (
    <tr>
      <th scope="col">No</th>
      <th scope="col">Description</th>
      <th scope="col" className="paper-figure">
        Quantity
      </th>
      <th scope="col" className="paper-figure">
        Unit price
        <br />£ ex VAT
      </th>
      <th scope="col">
        VAT
        <br />
        code
      </th>
      <th scope="col" className="paper-figure">
        Net £
      </th>
      <th scope="col" className="paper-figure">
        VAT £
      </th>
      <th scope="col" className="paper-figure">
        Gross £
      </th>
    </tr>
  );
}

function rowsOf(line: Line, crowded: boolean): FlowRow[] {
  const [first = '', ...more] = partsOf(line.description, ROW_TEXT);
  const code = more.length === 0 ? line.code : null;
  const rows: FlowRow[] = [
    {
      key: `line-${line.no}`,
      content: crowded ? (
        <CrowdedRow line={line} description={first} code={code} />
      ) : (
        <Row line={line} description={first} code={code} />
      ),
    },
  ];
  more.forEach((text, index) => {
    const isLast = index === more.length - 1;
    rows.push({
      key: `line-${line.no}-${index + 2}`,
      content: <MoreRow text={text} code={isLast ? line.code : null} crowded={crowded} />,
    });
  });
  return rows;
}

function Description({ description, code }: { description: string; code: string | null }) {
  return (
    <>
      {description}
      {code !== null && (
        <>
          {' '}
          <span className="paper-code">{code}</span>
        </>
      )}
    </>
  );
}

type RowProps = { line: Line; description: string; code: string | null };

function Row({ line, description, code }: RowProps) {
  return (
    <tr>
      <td>{line.no}</td>
      <th scope="row" className="paper-description">
        <Description description={description} code={code} />
      </th>
      <Figures line={line} />
    </tr>
  );
}

function CrowdedRow({ line, description, code }: RowProps) {
  return (
    <>
      <tr className="paper-above">
        <td>{line.no}</td>
        <th scope="rowgroup" className="paper-description" colSpan={COLUMNS - 1}>
          <Description description={description} code={code} />
        </th>
      </tr>
      <tr>
        <td />
        <td />
        <Figures line={line} />
      </tr>
    </>
  );
}

function MoreRow({ text, code, crowded }: { text: string; code: string | null; crowded: boolean }) {
  return (
    <tr className="paper-more">
      <td />
      <td className="paper-description" colSpan={crowded ? COLUMNS - 1 : 1}>
        <Description description={text} code={code} />
      </td>
      {!crowded && <td colSpan={COLUMNS - 2} />}
    </tr>
  );
}

function Figures({ line }: { line: Line }) {
  const [quantity, price, vat, net, vatAmount, gross] = figuresOf(line);
  return (
    <>
      <td className="paper-figure">{quantity}</td>
      <td className="paper-figure">{price}</td>
      <td className="paper-vat">{vat}</td>
      <td className="paper-figure">{net}</td>
      <td className="paper-figure">{vatAmount}</td>
      <td className="paper-figure">{gross}</td>
    </>
  );
}

import { formatPoundsPlain, formatPriceE4, formatQuantity } from '#shared/domain/money.ts';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import type { FlowRow, FlowTable } from '../pages/flow.ts';
import { formatRate, partsOf, unitFor } from '../words.ts';

type Line = PurchaseOrderPaper['lines'][number];

/** Codes whose rate is worth printing; the others carry no VAT (domain 8.1). */
const RATED = new Set(['S', 'R', 'Z']);

/** Longest stretch of description set in one row, in characters; a longer one goes on in further rows, which may fall on the next page. */
const ROW_TEXT = 300;

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
      <th scope="col" className="paper-no">
        No
      </th>
      <th scope="col">Description</th>
      <th scope="col" className="paper-figure">
        Quantity
      </th>
      <th scope="col" className="paper-figure">
        Unit price
        <br />£ ex VAT
      </th>
      <th scope="col" className="paper-vat">
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
  const parts = partsOf(line.description, ROW_TEXT);
  return parts.map((description, index): FlowRow => {
    const isLast = index === parts.length - 1;
    const props = { line, description, code: isLast ? line.code : null, open: !isLast };
    if (index > 0) {
      return { key: `line-${line.no}-${index + 1}`, content: <MoreRow {...props} crowded={crowded} /> };
    }
    return {
      key: `line-${line.no}`,
      content: crowded ? <CrowdedRow {...props} /> : <Row {...props} />,
    };
  });
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

/** `open`: the description goes on in the next row. */
type RowProps = { line: Line; description: string; code: string | null; open: boolean };

function Row({ line, description, code, open }: RowProps) {
  return (
    <tr className={open ? 'paper-open' : undefined}>
      <td className="paper-no">{line.no}</td>
      <th scope="row" className="paper-description">
        <Description description={description} code={code} />
      </th>
      <Figures line={line} />
    </tr>
  );
}

/** The figures come under the first part of the description, so that a row of only figures never stands alone. */
function CrowdedRow({ line, description, code, open }: RowProps) {
  return (
    <>
      <tr className="paper-open">
        <td className="paper-no">{line.no}</td>
        <th scope="rowgroup" className="paper-description" colSpan={COLUMNS - 1}>
          <Description description={description} code={code} />
        </th>
      </tr>
      <tr className={open ? 'paper-open' : undefined}>
        <td colSpan={2}>
          <span className="paper-unseen">Figures of line {line.no}</span>
        </td>
        <Figures line={line} />
      </tr>
    </>
  );
}

function MoreRow({ line, description, code, open, crowded }: RowProps & { crowded: boolean }) {
  return (
    <tr className={open ? 'paper-more paper-open' : 'paper-more'}>
      <td>
        <span className="paper-unseen">Line {line.no}, continued</span>
      </td>
      <td className="paper-description" colSpan={crowded ? COLUMNS - 1 : 1}>
        <Description description={description} code={code} />
      </td>
      {!crowded && <td aria-hidden="true" colSpan={COLUMNS - 2} />}
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

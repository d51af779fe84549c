import type { Output } from '#shared/contract/index.ts';
import { formatPounds, formatPoundsPlain, formatPriceE4, formatQuantity } from '#shared/domain/money.ts';
import { formatRate, isVatCode, vatCode } from '#shared/domain/vat.ts';
import { styled } from '@mui/material/styles';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { TableScroll } from '#renderer/components/TableScroll.tsx';
import { Table } from '#renderer/components/tableStyles.ts';
import { unitFor } from '#renderer/documents/words.ts';

const Rates = styled('th')({
  '&&': { fontWeight: 400 },
  '& span': { marginRight: rem(16), whiteSpace: 'nowrap' },
  '& .label': { color: look.ink2 },
  '& b': { fontWeight: 600 },
});

const Sum = styled('td')({ '&&': { ...sizes.cardTitle, fontSize: rem(18) } });

type Order = Pick<Output<'orders.get'>, 'lines' | 'totals'>;
type Line = Order['lines'][number];

function rateWords(line: Line): string {
  if (!isVatCode(line.vatCode)) return '';
  const entry = vatCode(line.vatCode);
  return entry.taxable ? formatRate(line.vatRateBp) : entry.label.toLowerCase();
}

type Rate = { code: string; words: string; money: string };

/** Money by VAT code, in the order in which the codes first appear. */
function byRate(lines: readonly Line[]): Rate[] {
  const groups = new Map<string, { words: string; net: number; vat: number }>();
  for (const line of lines) {
    const group = groups.get(line.vatCode) ?? { words: `${line.vatCode} ${rateWords(line)}`, net: 0, vat: 0 };
    groups.set(line.vatCode, { ...group, net: group.net + line.netPence, vat: group.vat + line.vatPence });
  }
  return [...groups.entries()].map(([code, { words, net, vat }]) => ({
    code,
    words,
    money: `${formatPounds(net)}${vat > 0 ? `, VAT ${formatPounds(vat)}` : ''}`,
  }));
}

/** What the provider reads, line by line, with its VAT; lines that a gate stops are marked. */
export function OrderLinesTable({ order, stopped }: { order: Order; stopped: ReadonlySet<number> }) {
  return (
    <Card label="Lines" padded={false}>
      <TableScroll label="Lines of the order">
        <Table>
          <caption>Lines of the order</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">What the provider reads</th>
              {['Quantity', 'Unit price £'].map((label) => (
                <th key={label} scope="col" className="num">
                  {label}
                </th>
              ))}
              <th scope="col">VAT</th>
              {['Net £', 'VAT £', 'Gross £'].map((label) => (
                <th key={label} scope="col" className="num">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.lines.map((line) => (
              <LineRow key={line.no} line={line} isStopped={stopped.has(line.no)} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <Rates scope="row" colSpan={5}>
                <span className="label">VAT by rate</span>
                {byRate(order.lines).map((rate) => (
                  <span key={rate.code}>
                    <b>{rate.words}</b> {rate.money}
                  </span>
                ))}
              </Rates>
              <td className="num">{formatPoundsPlain(order.totals.netPence)}</td>
              <td className="num">{formatPoundsPlain(order.totals.vatPence)}</td>
              <Sum className="num">{formatPounds(order.totals.grossPence)}</Sum>
            </tr>
          </tfoot>
        </Table>
      </TableScroll>
    </Card>
  );
}

function LineRow({ line, isStopped }: { line: Line; isStopped: boolean }) {
  return (
    <tr className={isStopped ? 'stop' : ''}>
      <td>{line.no}</td>
      <td>
        {line.description} <span className="quiet">{line.code}</span>
      </td>
      <td className="num">
        {formatQuantity(line.quantity)} {unitFor(line.quantity, line.unit)}
      </td>
      <td className="num">{formatPriceE4(line.unitPriceE4).replace('£', '')}</td>
      <td className="ref">
        {line.vatCode} <span className="quiet">{rateWords(line)}</span>
      </td>
      <td className="num">{formatPoundsPlain(line.netPence)}</td>
      <td className="num">{formatPoundsPlain(line.vatPence)}</td>
      <td className="num strong">{formatPoundsPlain(line.grossPence)}</td>
    </tr>
  );
}

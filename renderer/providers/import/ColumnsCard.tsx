import { styled } from '@mui/material/styles';
import type { Output } from '#shared/contract/index.ts';
import type { PaymentMapping } from '#shared/contract/providers.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { TableScroll } from '#renderer/components/TableScroll.tsx';
import { Table } from '#renderer/components/tableStyles.ts';
import { counted } from '../providerWords.ts';

/** What the office found in a file. */
export type FileRead = Output<'providers.readFile'>;

type Column = Exclude<keyof PaymentMapping, 'headerRow'>;

const wanted: { key: Column; label: string; why: string }[] = [
  { key: 'supplier', label: 'Supplier’s name', why: 'becomes the provider' },
  { key: 'department', label: 'Department', why: 'to keep only the children’s service' },
  { key: 'paidOn', label: 'Date', why: 'of the payment or invoice' },
  { key: 'amount', label: 'Net amount', why: 'without VAT' },
  { key: 'description', label: 'What for', why: 'a hint for the category' },
];

const Columns = styled(Table)({
  '& .why': { display: 'block', fontSize: rem(12), lineHeight: rem(16), color: look.ink2, fontWeight: 400 },
  '& .pick': { width: rem(250) },
  '& .sample': { color: look.ink2, fontSize: rem(13), overflowWrap: 'anywhere' },
});

const NONE = 'none';

/** Which column of the file means what: guessed by the office, changed by a person. */
export function ColumnsCard(props: {
  read: FileRead;
  mapping: PaymentMapping;
  onChange: (mapping: PaymentMapping) => void;
}) {
  const { read, mapping, onChange } = props;
  const columns = read.header.map((name, at) => ({
    value: String(at),
    label: name.trim() === '' ? `Column ${at + 1}` : name.trim(),
  }));
  const missing = { value: NONE, label: 'Not in this file' };
  return (
    <Card
      title="Columns"
      note={`${counted(read.rows, 'row')} under the heading in row ${mapping.headerRow + 1}`}
      padded={false}
    >
      <TableScroll label="Columns">
        <Columns>
          <caption>Which column of the file means what</caption>
          <thead>
            <tr>
              <th scope="col">Needed</th>
              <th scope="col">Column in the file</th>
              <th scope="col">First rows</th>
            </tr>
          </thead>
          <tbody>
            {wanted.map(({ key, label, why }) => (
              <tr key={key}>
                <th scope="row" className="strong">
                  {label}
                  <span className="why">{why}</span>
                </th>
                <td className="pick">
                  <QuickSelect
                    label={label}
                    value={String(mapping[key] ?? NONE)}
                    options={key === 'supplier' ? columns : [missing, ...columns]}
                    onChange={(value) =>
                      onChange({ ...mapping, [key]: value === NONE ? null : Number(value) })
                    }
                  />
                </td>
                <td className="sample">{firstOf(read, mapping[key])}</td>
              </tr>
            ))}
          </tbody>
        </Columns>
      </TableScroll>
    </Card>
  );
}

/** The first different values of a column. */
function firstOf(read: FileRead, column: number | null): string {
  if (column === null) return '';
  const values = read.sample.map((record) => record[column]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, 3).join(' · ');
}

import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { ImportReport } from '#shared/contract/providers.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { DataTable, type Column } from '#renderer/components/DataTable.tsx';
import { FactStrip } from '#renderer/components/FactStrip.tsx';
import { TextButton } from '#renderer/components/TextButton.tsx';
import { counted } from '../providerWords.ts';
import { Tick } from './Tick.tsx';

const figures = new Intl.NumberFormat('en-GB');
const figure = (value: number) => <span style={tabular}>{figures.format(value)}</span>;

/** Where every row of the file goes; the four parts add up to the file. */
export function ReportFigures(props: { report: ImportReport }) {
  const { report } = props;
  const { dryRun } = report;
  return (
    <FactStrip
      facts={[
        { label: 'Rows in the file', value: figure(report.rows), detail: 'under the heading' },
        {
          label: dryRun ? 'To import' : 'Imported',
          value: figure(report.imported),
          detail: dryRun ? 'payments to take in' : 'payments taken in',
        },
        {
          label: dryRun ? 'To fold in' : 'Folded in',
          value: figure(report.folded),
          detail: 'under another spelling',
        },
        {
          label: 'Left out',
          value: figure(report.skipped),
          detail: report.skippedBecause
            .map(({ reason, rows }) => `${reason.toLocaleLowerCase('en-GB')} ${figures.format(rows)}`)
            .join(', '),
        },
        { label: 'Cannot be read', value: figure(report.refused), detail: 'listed below' },
        {
          label: dryRun ? 'Providers to add' : 'Providers added',
          value: figure(report.providersAdded),
          detail: `${figures.format(report.providersKnown)} on the list already`,
        },
      ]}
    />
  );
}

const List = styled('fieldset')({ padding: `${rem(8)} 0` });

/** Spellings that look like one supplier; nothing is folded that nobody ticked. */
export function FoldsCard(props: {
  folds: ImportReport['folds'];
  agreed: readonly string[];
  onChange: (agreed: string[]) => void;
}) {
  const { folds, agreed, onChange } = props;
  if (folds.length === 0) return null;
  const isAll = folds.every((fold) => agreed.includes(fold.key));
  return (
    <Card
      title="One supplier, spelt differently?"
      note={`${agreed.length} of ${folds.length} agreed`}
      padded={false}
      actions={
        <TextButton onPress={() => onChange(isAll ? [] : folds.map((fold) => fold.key))}>
          {isAll ? 'Agree to none' : 'Agree to all'}
        </TextButton>
      }
      footer="Ticked spellings become one provider. The others become a provider each."
    >
      <List aria-label="Spellings to fold together">
        {folds.map((fold) => (
          <Tick
            key={fold.key}
            checked={agreed.includes(fold.key)}
            onChange={(isAgreed) =>
              onChange(isAgreed ? [...agreed, fold.key] : agreed.filter((key) => key !== fold.key))
            }
            under={fold.spellings.map(({ text, rows }) => `“${text}” ${counted(rows, 'row')}`).join(' · ')}
          >
            Fold into {fold.name}
          </Tick>
        ))}
      </List>
    </Card>
  );
}

type Refusal = ImportReport['refusals'][number];

const Text = styled('span')({
  fontSize: rem(12),
  lineHeight: rem(16),
  color: look.ink2,
  overflowWrap: 'anywhere',
});

const columns: Column<Refusal>[] = [
  { key: 'row', label: 'Row', kind: 'number', width: 64, cell: (refusal) => figures.format(refusal.row) },
  { key: 'wrong', label: 'What is wrong', cell: (refusal) => refusal.wrong },
  { key: 'text', label: 'The row as it stands', cell: (refusal) => <Text>{refusal.text}</Text> },
];
const PAGE_SIZE = 25;

/** The rows that cannot be read: their number in a spreadsheet, what is wrong, and the text. */
export function RefusalsCard(props: { refusals: Refusal[] }) {
  const { refusals } = props;
  const [number, setNumber] = useState(1);
  if (refusals.length === 0) return null;
  return (
    <Card
      title="Rows that cannot be read"
      note="numbered as in a spreadsheet; put them right in the file and import it again, nothing doubles"
      padded={false}
    >
      <DataTable
        label="Rows that cannot be read"
        dense
        columns={columns}
        rows={refusals.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)}
        rowKey={(refusal) => refusal.row}
        page={{ number, size: PAGE_SIZE, total: refusals.length }}
        onPage={setNumber}
        empty={null}
      />
    </Card>
  );
}

import { styled } from '@mui/material/styles';
import DatabaseBackup from 'lucide-react/icons/database-backup';
import type { Problem } from '#shared/problems.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { type Backup, count, madeFor, megabytes, momentWords, stateWords } from './backupWords.ts';

const Two = styled('div')({
  '& .below': { fontSize: rem(12), lineHeight: rem(16), color: look.ink2, fontWeight: 400 },
  '& .name': { color: look.ink3, overflowWrap: 'anywhere' },
});

function Found({ backup }: { backup: Backup }) {
  const { kind, word, sentence } = stateWords[backup.state];
  return (
    <Two>
      <Status kind={kind}>{word}</Status>
      {backup.state === 'verified' ? null : <div className="below">{sentence}</div>}
    </Two>
  );
}

const held = (figure: 'children' | 'cafs' | 'orders' | 'entries') => (row: Backup) =>
  row.holds ? count(row.holds[figure]) : '–';

const columns: Column<Backup>[] = [
  {
    key: 'madeAt',
    label: 'Made',
    kind: 'date',
    cell: (row) => (
      <Two>
        <strong>{momentWords(row.madeAt)}</strong>
        <div className="below">{madeFor(row.file)}</div>
        <div className="below name">{row.file}</div>
      </Two>
    ),
  },
  { key: 'state', label: 'Checked', kind: 'status', cell: (row) => <Found backup={row} /> },
  { key: 'place', label: 'Where', cell: (row) => (row.place === 'own' ? 'This computer' : 'Second folder') },
  { key: 'children', label: 'Children', kind: 'number', cell: held('children') },
  { key: 'cafs', label: 'CAFs', kind: 'number', cell: held('cafs') },
  { key: 'orders', label: 'Orders', kind: 'number', cell: held('orders') },
  { key: 'entries', label: 'Entries', kind: 'number', cell: held('entries') },
  { key: 'size', label: 'Size', kind: 'number', cell: (row) => megabytes(row.bytes) },
];

/** Every backup in both folders: when, how it was found, where, and what is in it. */
export function BackupsTable(props: {
  backups: Backup[] | undefined;
  problem: Problem | undefined;
  onRetry: () => void;
}) {
  return (
    <DataTable
      label="Backups"
      columns={columns}
      rows={props.backups}
      rowKey={(row) => `${row.place} ${row.file}`}
      problem={props.problem}
      onRetry={props.onRetry}
      empty={
        <EmptyState title="No backup yet" icon={DatabaseBackup}>
          A backup is the whole office in one encrypted file. It opens with the same passphrases.
        </EmptyState>
      }
    />
  );
}

import { styled } from '@mui/material/styles';
import type { Output } from '#shared/contract/index.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { actionWord, momentWords, outcomes, plainName } from './auditWords.ts';

type Line = Output<'assurance.auditLine'>;
type Change = Line['changes'][number];

const Changes = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  marginTop: rem(16),
  '& caption': { textAlign: 'left', fontWeight: 600, padding: `${rem(4)} 0` },
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${rem(4)} ${rem(12)} ${rem(4)} 0`,
    borderBottom: `1px solid ${look.line}`,
    fontSize: rem(13),
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  '& thead th': { fontSize: rem(12), color: look.ink2, fontWeight: 550 },
  '& tbody th': { fontWeight: 550, width: '28%' },
  '& .none': { color: look.ink3 },
});

/** All that one line of the audit trail says, as far as its reader may read the record. */
export function AuditLineDialog({ seq, onClose }: { seq: number; onClose: () => void }) {
  const { data, problem, retry } = useRead('assurance.auditLine', { seq });
  return (
    <Dialog open onClose={onClose} title={`Line ${seq}`} width={760}>
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      {data ? <Told line={data} /> : null}
    </Dialog>
  );
}

function aboutWords({ about, aboutOthers }: Line): string {
  const others = aboutOthers > 0 ? [`${aboutOthers} out of your reach`] : [];
  return [...about, ...others].join(', ');
}

function Told({ line }: { line: Line }) {
  return (
    <>
      <Details>
        <Detail label="When">{`${momentWords(line.at)} UTC`}</Detail>
        <Detail label="Who">
          {line.roles.length > 0 ? `${line.who}, as ${line.roles.join(', ')}` : line.who}
        </Detail>
        <Detail label="Computer">{line.machine}</Detail>
        <Detail label="What">{`${actionWord(line.action)}. ${plainName(line.operation)}`}</Detail>
        <Detail label="Outcome">{outcomes[line.outcome].word}</Detail>
        <Detail label="Records" none="None">
          {aboutWords(line)}
        </Detail>
        <Detail label="Reason" none="None, or not yours to read">
          {line.reason}
        </Detail>
        {line.detail.map(({ name, value }) => (
          <Detail key={name} label={plainName(name)}>
            {value}
          </Detail>
        ))}
        <Detail label="Hash">{line.hash}</Detail>
        <Detail label="Hash before" none="It is the first line">
          {line.previousHash}
        </Detail>
      </Details>
      {line.changes.map((change, index) => (
        <ChangeTable key={`${change.table} ${change.id ?? index}`} change={change} />
      ))}
      {line.counts.length > 0 ? (
        <p>
          A great job: only its first rows are kept one by one.{' '}
          {line.counts.map(({ table, rows }) => `${plainName(table)}: ${rows}`).join(', ')}.
        </p>
      ) : null}
    </>
  );
}

const kinds = { added: 'added', changed: 'changed', removed: 'removed' } as const;

function ChangeTable({ change }: { change: Change }) {
  return (
    <Changes>
      <caption>{`${plainName(change.table)}${change.id === null ? '' : ` ${change.id}`}, ${kinds[change.kind]}`}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {change.fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">{plainName(field.field)}</th>
            <Value text={field.before} hidden={field.hidden} />
            <Value text={field.after} hidden={field.hidden} />
          </tr>
        ))}
      </tbody>
    </Changes>
  );
}

function Value({ text, hidden }: { text: string | null; hidden: boolean }) {
  if (hidden) return <td className="none">Not yours to read</td>;
  return text === null || text === '' ? <td className="none">Nothing</td> : <td>{text}</td>;
}

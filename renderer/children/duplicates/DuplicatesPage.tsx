import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { SegmentedChoice } from '#renderer/components/form/Choice.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { NotYours } from '#renderer/components/NotYours.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Pages } from '#renderer/components/Pages.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob, useWrite } from '#renderer/office/useWrite.ts';
import { mergeAt, recordAt } from '../addresses.ts';
import { ageWords, bornWords } from '../words.ts';
import { MergesCard } from './MergesCard.tsx';
import { NotSameDialog } from './NotSameDialog.tsx';

type Pair = Output<'children.duplicates'>['rows'][number];
type Show = 'open' | 'not_same';
const PAGE_SIZE = 20;

const List = styled('ul')({
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.1fr) auto',
    gap: `${rem(4)} ${rem(16)}`,
    padding: `${rem(12)} ${rem(16)}`,
    alignItems: 'center',
  },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& .line': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .why li': { display: 'flex', gap: rem(6), alignItems: 'center', fontSize: rem(13), color: look.ink2 },
  '& .why svg': { color: look.teal, flex: 'none' },
  '& .acts': { display: 'flex', gap: rem(8), justifyContent: 'flex-end', flexWrap: 'wrap' },
  '@container page (max-width: 56rem)': {
    '& > li': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
    '& .acts': { justifyContent: 'flex-start' },
  },
});

/** Pairs of records that may be one child: looked at beside each other, made one, or said to be two. */
export function DuplicatesPage() {
  const may = usePermissions();
  const today = useToday();
  if (today === '') return null;
  if (!may('children.merge')) return <NotYours place="Possible duplicates" needs="children.merge" />;
  return <Duplicates />;
}

function Duplicates() {
  const [show, setShow] = useState<Show>('open');
  const [number, setNumber] = useState(1);
  const { data, problem, retry } = useRead('children.duplicates', {
    show,
    page: number - 1,
    pageSize: PAGE_SIZE,
  });
  const [judged, setJudged] = useState<Pair | null>(null);
  return (
    <Page
      title="Possible duplicates"
      crumbs={[{ label: 'Children', to: '/children' }, { label: 'Possible duplicates' }]}
      subtitle="Records that may be one child. Each new or changed record is compared with all others."
    >
      {data && data.waiting > 0 ? <Waiting waiting={data.waiting} /> : null}
      <Card
        title={show === 'open' ? 'To be looked at' : 'Two children, as somebody said'}
        note={data ? String(data.total) : undefined}
        padded={false}
        actions={
          <SegmentedChoice
            id="show-pairs"
            name="show-pairs"
            label="Which pairs"
            options={[
              { value: 'open', label: 'To look at' },
              { value: 'not_same', label: 'Not the same' },
            ]}
            value={show}
            onChange={(next) => {
              setShow(next as Show);
              setNumber(1);
            }}
          />
        }
        footer={
          data && data.total > PAGE_SIZE ? (
            <Pages label="Pairs" page={{ number, size: PAGE_SIZE, total: data.total }} onPage={setNumber} />
          ) : undefined
        }
      >
        {problem && !data ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
        {data && data.rows.length === 0 ? <NoPairs show={show} /> : null}
        <List aria-label="Pairs">
          {data?.rows.map((pair) => (
            <OnePair
              key={`${pair.first.id}-${pair.second.id}`}
              pair={pair}
              onNotSame={() => setJudged(pair)}
            />
          ))}
        </List>
      </Card>
      <MergesCard />
      {judged ? <NotSameDialog pair={judged} onClose={() => setJudged(null)} /> : null}
    </Page>
  );
}

function NoPairs(props: { show: Show }) {
  return props.show === 'open' ? (
    <EmptyState title="No two records look like one child">
      When two do, they stand here with why. Whoever registers a child is shown them too, before a second
      record is made.
    </EmptyState>
  ) : (
    <EmptyState title="Nobody has said that two are not the same">
      What was looked at and found to be two children is remembered here, and not asked again.
    </EmptyState>
  );
}

/** Records from before, or imported, that were not compared yet. */
function Waiting(props: { waiting: number }) {
  const { run, progress, cancel } = useJob('children.findDuplicates');
  const toasts = useToasts();
  const compare = async () => {
    const result = await run({ atMost: 2000 });
    if (result.ok) toasts.done(`${result.data.compared} records compared.`);
    else toasts.alert(result.problem.message);
  };
  if (progress) return <JobProgress {...progress} label="Comparing records" onCancel={cancel} />;
  return (
    <Card
      label="Not compared yet"
      footer={
        <Act small onPress={() => void compare()}>
          Compare them now
        </Act>
      }
    >
      {props.waiting === 1
        ? 'One record was not compared with the others yet.'
        : `${props.waiting} records were not compared with the others yet.`}
    </Card>
  );
}

function Side(props: { row: Pair['first'] }) {
  const { row } = props;
  const today = useToday();
  return (
    <div>
      <RouteLink target={recordAt(row.id)}>{row.name ?? row.neutralRef}</RouteLink>
      <p className="line">{[ageWords(row, today), bornWords(row)].filter(Boolean).join(', ')}</p>
      <p className="line">{[row.cafReference ?? row.neutralRef, row.area].join(' · ')}</p>
    </div>
  );
}

function OnePair(props: { pair: Pair; onNotSame: () => void }) {
  const { pair, onNotSame } = props;
  const { first, second, why, notSame } = pair;
  const { run, busy } = useWrite('children.judgePair');
  const names = `${first.name ?? first.neutralRef} and ${second.name ?? second.neutralRef}`;
  const askAgain = () => void run({ firstId: first.id, secondId: second.id, notSame: false });
  return (
    <li>
      <Side row={first} />
      <Side row={second} />
      {notSame ? (
        <p className="line">
          {`${notSame.by}, ${formatDay(notSame.on)}`}
          {notSame.note ? `: ${notSame.note}` : ''}
        </p>
      ) : (
        <ul className="why" aria-label="Why they may be one child">
          {why.map((reason) => (
            <li key={reason}>
              <Icon of={Check} size={14} />
              {reason}
            </li>
          ))}
        </ul>
      )}
      <div className="acts">
        {notSame ? (
          <Act small busy={busy} onPress={askAgain} spokenLabel={`Look at it again: ${names}`}>
            Look again
          </Act>
        ) : (
          <>
            <Act small onPress={onNotSame} spokenLabel={`Not the same child: ${names}`}>
              Not the same
            </Act>
            <Act small kind="quiet" to={mergeAt(first.id, second.id)} spokenLabel={`Compare ${names}`}>
              Compare
            </Act>
          </>
        )}
      </div>
    </li>
  );
}

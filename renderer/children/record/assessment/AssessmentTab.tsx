import { styled } from '@mui/material/styles';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { elementDomains, elements } from '#shared/codes/elements.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Bar } from '#renderer/components/Bar.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { linkProps, type LinkTarget } from '#renderer/components/RouteLink.tsx';
import { TaskList, type TaskGroup } from '#renderer/components/TaskList.tsx';
import { hasDeclined } from '../../CommentField.tsx';
import { callName, type Caf } from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { RecordTab } from '../RecordTab.tsx';
import { CommentsForm } from './CommentsForm.tsx';
import { ElementForm } from './ElementForm.tsx';
import { COMMENTS, elementLook, firstUnwritten, shortLabel, steps } from './elementText.ts';

const route = getRouteApi('/frame/children/$child/assessment/$element');

const Panes = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: `${rem(432)} minmax(0, 1fr)`,
  gap: rem(16),
  '& > *': { minWidth: 0 },
  '@container page (max-width: 64rem)': { gridTemplateColumns: `${rem(352)} minmax(0, 1fr)` },
  // One below the other, each as long as it is: two small scrolling boxes would help nobody.
  '@container page (max-width: 48rem)': { gridTemplateColumns: 'minmax(0, 1fr)', flex: 'none' },
});

const ListHead = styled('div')({
  ...tabular,
  position: 'sticky',
  top: 0,
  zIndex: 2,
  backgroundColor: look.surface,
  borderRadius: `${rem(8)} ${rem(8)} 0 0`,
  padding: `${rem(12)} ${rem(16)}`,
  borderBottom: `1px solid ${look.line}`,
  '& .words': { display: 'flex', justifyContent: 'space-between', gap: rem(12), marginBottom: rem(8) },
  '& h2': { fontSize: rem(15), lineHeight: rem(24), fontWeight: 600 },
  '& .count': { color: look.ink2, lineHeight: rem(24) },
});

/** The assessment opens at the first element that nobody has written on. */
export function AssessmentStart() {
  const { record, atElement } = useRecord();
  return <Navigate {...linkProps(atElement(firstUnwritten(record.caf?.elements ?? [])))} replace />;
}

/** The nineteen elements as a list of tasks, and the one that is being written. */
export function AssessmentTab() {
  const { element } = route.useParams();
  const [moved, setMoved] = useState<string | null>(null);
  const { record } = useRecord();
  const { caf } = record;
  if (!caf?.elements)
    return (
      <RecordTab>
        <Card label="Assessment">
          <EmptyState title="The assessment is not shown to your role">
            Only those who work with the family, their manager and the co-ordinator read it.
          </EmptyState>
        </Card>
      </RecordTab>
    );
  const known = steps.includes(element) ? element : (steps[0] ?? COMMENTS);
  return (
    <RecordTab fill>
      <Panes>
        <Card label="Elements of the assessment" padded={false}>
          <ElementList caf={caf} current={known} />
        </Card>
        <OneStep
          key={`${caf.id} ${known}`}
          caf={caf}
          step={known}
          startHere={moved === known}
          onMove={setMoved}
        />
      </Panes>
    </RecordTab>
  );
}

function ElementList(props: { caf: Caf; current: string }) {
  const { caf, current } = props;
  const { record, canWrite, atElement } = useRecord();
  const saved = caf.elements ?? [];
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const links = [...(place.current?.querySelectorAll('a') ?? [])];
    links.find((link) => link.href.endsWith(`/${current}`))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const find = (code: string) => saved.find((one) => one.element === code);
  const groups: TaskGroup[] = elementDomains.map((domain) => {
    const inDomain = elements.filter((element) => element.domain === domain.code);
    const done = inDomain.filter((element) => find(element.code)).length;
    return {
      title: domain.label,
      count: `${done} of ${inDomain.length}`,
      tasks: inDomain.map(({ code, label }) => {
        const isWriting = code === current && canWrite && !find(code);
        const stand = isWriting ? { kind: 'writing' as const, word: 'Writing' } : elementLook(find(code));
        return { id: code, code, label: shortLabel(code, label), ...stand, to: atElement(code) };
      }),
    };
  });
  return (
    <div ref={place}>
      <ListHead>
        <div className="words">
          <h2>Assessment, version {caf.version}</h2>
          <span className="count">
            {saved.length} of {elements.length} done
          </span>
        </div>
        <Bar
          label="Elements done"
          value={saved.length}
          total={elements.length}
          words={`${saved.length} of ${elements.length} done`}
        />
      </ListHead>
      <TaskList
        label="Elements"
        groups={[...groups, commentsGroup(caf, atElement(COMMENTS), callName(record))]}
      />
    </div>
  );
}

function commentsGroup(caf: Caf, to: LinkTarget, name: string): TaskGroup {
  const said = [caf.childComment, caf.parentComment].filter((comment) => (comment ?? '') !== '');
  const word =
    said.length < 2 ? 'Not asked' : said.every((one) => hasDeclined(one ?? '')) ? 'Declined' : 'Recorded';
  return {
    title: 'To finish',
    count: `${said.length} of 2`,
    tasks: [
      {
        id: COMMENTS,
        code: '',
        label: name === 'the child' ? 'What the child and parents say' : `What ${name} and the parents say`,
        kind: said.length < 2 ? 'notStarted' : 'done',
        word,
        to,
      },
    ],
  };
}

function OneStep(props: { caf: Caf; step: string; startHere: boolean; onMove: (to: string) => void }) {
  const { caf, step, startHere, onMove } = props;
  const { atElement } = useRecord();
  const navigate = useNavigate();
  const go = (to: string) => {
    onMove(to);
    void navigate(linkProps(atElement(to)));
  };
  if (step === COMMENTS) return <CommentsForm caf={caf} onGo={go} />;
  return <ElementForm caf={caf} code={step} startHere={startHere} onGo={go} />;
}

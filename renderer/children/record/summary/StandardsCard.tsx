import { formatDay } from '#shared/domain/dates.ts';
import { standardLabels, staleWords } from '#shared/domain/standards.ts';
import { Card } from '#renderer/components/Card.tsx';
import { Status, type StatusKind } from '#renderer/components/Status.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Caf } from '../../words.ts';
import { useRecord } from '../recordContext.ts';

type Standard = NonNullable<Output<'children.course'>['course']>['standards'][number];

const Steps = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': { display: 'flex', gap: rem(12), padding: `${rem(8)} 0`, justifyContent: 'space-between' },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& .by': { fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
});

const looks: Record<Standard['state'], { kind: StatusKind; word: string }> = {
  met: { kind: 'done', word: 'In time' },
  late: { kind: 'attention', word: 'Late' },
  due: { kind: 'notStarted', word: 'To come' },
  overdue: { kind: 'attention', word: 'Overdue' },
  ended: { kind: 'notStarted', word: 'Not done' },
};

/** The steps that have a time standard, and how each stands; nothing to see for those who read a summary. */
export function StandardsCard(props: { caf: Caf }) {
  const { record } = useRecord();
  const isShown = record.depth === 'full';
  const asked = { id: record.id, cafId: props.caf.id };
  const course = useRead('children.course', asked, { enabled: isShown }).data?.course;
  if (!isShown || !course) return null;
  return (
    <Card title="Time standards" note={course.stale ? staleWords[course.stale] : undefined}>
      <Steps>
        {course.standards.map((step) => (
          <li key={step.step}>
            <span>
              {standardLabels[step.step]}
              <div className="by">
                {step.done
                  ? `${formatDay(step.done)}, due ${formatDay(step.due)}`
                  : `due ${formatDay(step.due)}`}
              </div>
            </span>
            <Status kind={looks[step.state].kind}>{looks[step.state].word}</Status>
          </li>
        ))}
      </Steps>
    </Card>
  );
}

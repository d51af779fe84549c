import { styled } from '@mui/material/styles';
import { elements } from '#shared/codes/elements.ts';
import { daysBetween, formatDay, formatDayShort, relativeDay } from '#shared/domain/dates.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { dueWords } from '#renderer/components/DateWord.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { isLive, meetingKinds, type Caf } from '../../words.ts';
import { useRecord } from '../recordContext.ts';

const Line = styled('div')({
  ...tabular,
  display: 'flex',
  alignItems: 'center',
  gap: rem(16),
  '& .leaf': {
    flex: 'none',
    minWidth: rem(52),
    textAlign: 'center',
    paddingRight: rem(16),
    borderRight: `1px solid ${look.line}`,
  },
  '& .leaf b': { display: 'block', fontSize: rem(24), lineHeight: rem(28), fontWeight: 600 },
  '& .leaf span': {
    fontSize: rem(12),
    lineHeight: rem(16),
    fontWeight: 600,
    color: look.ink2,
    whiteSpace: 'nowrap',
  },
  '& .what': { flex: 1, minWidth: 0 },
  '& .what b': { display: 'block' },
  '& .what p': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
});

/** What the next meeting is called: the first of the team, or the review by its number. */
export function nextMeetingName(caf: Caf): string {
  if (caf.tacFormedOn === null) return meetingKinds.INITIAL;
  const held = caf.meetings?.filter((meeting) => meeting.kind === 'REVIEW').length;
  return held === undefined ? meetingKinds.REVIEW : `${meetingKinds.REVIEW} ${held + 1}`;
}

/** When the plan is looked at next, as a leaf of a calendar; late in words when the day has gone. */
export function NextReview(props: { caf: Caf }) {
  const { caf } = props;
  const { record, today, canWrite, at } = useRecord();
  if (!isLive(caf) || record.diedOn !== null) return null;
  if (caf.completedOn === null) return <Assessing caf={caf} />;
  const name = nextMeetingName(caf);
  const act = canWrite ? (
    <Act small to={at('plan/meeting')} spokenLabel={`Record it: ${name.toLowerCase()}`}>
      Record it
    </Act>
  ) : null;
  if (caf.nextReviewOn === null)
    return (
      <Card label="Next review">
        <Line>
          <div className="what">
            <Status kind="attention">No review date</Status>
            <p>
              {caf.tacFormedOn ? 'The next meeting sets one.' : 'The first meeting of the team sets one.'}
            </p>
          </div>
          {act}
        </Line>
      </Card>
    );
  const day = caf.nextReviewOn;
  const [weekday = '', date = '', month = ''] = formatDayShort(day).split(' ');
  const isLate = daysBetween(today, day) < 0;
  return (
    <Card label="Next review">
      <Line>
        <div className="leaf">
          <b>{date}</b>
          <span>
            {weekday}, {month}
          </span>
        </div>
        <div className="what">
          <b>{isLate ? name : `${name}, ${relativeDay(day, today)}`}</b>
          {isLate ? <Status kind="attention">{dueWords(day, today).bold}</Status> : <p>{formatDay(day)}</p>}
        </div>
        {act}
      </Line>
    </Card>
  );
}

/** Before there is a plan to look at: how far the assessment has come. */
function Assessing(props: { caf: Caf }) {
  const { canWrite, at } = useRecord();
  const written = props.caf.elements?.length;
  return (
    <Card label="Assessment">
      <Line>
        <div className="what">
          <b>Assessment under way</b>
          <p>
            {written === undefined ? '' : `${written} of ${elements.length} elements written. `}The team meets
            when it is finished.
          </p>
        </div>
        {canWrite ? (
          <Act small to={at('assessment')} spokenLabel="Go on with the assessment">
            Go on
          </Act>
        ) : null}
      </Line>
    </Card>
  );
}

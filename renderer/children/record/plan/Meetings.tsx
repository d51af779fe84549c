import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { Quote } from '#renderer/components/Quote.tsx';
import { hasDeclined } from '../../CommentField.tsx';
import { callName, levelWord, meetingDecisions, meetingKinds, type Caf } from '../../words.ts';
import { useRecord } from '../recordContext.ts';

const List = styled('ol')({
  '& > li': { padding: `${rem(10)} ${rem(16)}` },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& .head': { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: rem(8) },
  '& .line': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2, whiteSpace: 'pre-wrap' },
  '& figure': { marginTop: rem(8) },
});

const Quiet = styled('p')({ padding: rem(16), color: look.ink2 });

/** The meetings of the team around the child, newest first, with what child and parents said there. */
export function Meetings(props: { caf: Caf; act: ReactNode }) {
  const { caf, act } = props;
  return (
    <Card title="Meetings" padded={false} actions={act}>
      <MeetingList caf={caf} />
    </Card>
  );
}

function MeetingList(props: { caf: Caf }) {
  const { meetings } = props.caf;
  const { record } = useRecord();
  if (meetings === null) return <Quiet>What was said at meetings is not shown to your role.</Quiet>;
  if (meetings.length === 0)
    return (
      <Quiet>None yet. The first meeting of the team makes the plan live and sets the first review.</Quiet>
    );
  const newest = [...meetings].sort((a, b) => b.heldOn.localeCompare(a.heldOn) || b.id - a.id);
  return (
    <List>
      {newest.map((meeting) => (
        <li key={meeting.id}>
          <div className="head">
            <b>{meetingKinds[meeting.kind]}</b>
            <span className="line">{formatDay(meeting.heldOn)}</span>
          </div>
          <p className="line">
            {meetingDecisions[meeting.decision]}. Level {meeting.level}, {levelWord(meeting.level)}.
            {meeting.nextReviewOn ? ` Next review ${formatDay(meeting.nextReviewOn)}.` : ''}
          </p>
          {meeting.attended ? <p className="line">There: {meeting.attended}</p> : null}
          {meeting.notes ? <p className="line">{meeting.notes}</p> : null}
          <Said words={meeting.childComment} by={callName(record)} />
          <Said words={meeting.parentComment} by="parents or carers" />
          <p className="line">Recorded by {meeting.recordedBy}</p>
        </li>
      ))}
    </List>
  );
}

function Said(props: { words: string; by: string }) {
  const { words, by } = props;
  const name = by.charAt(0).toLocaleUpperCase('en-GB') + by.slice(1);
  if (hasDeclined(words)) return <p className="line">{name} declined to comment.</p>;
  return <Quote by={name}>{words}</Quote>;
}

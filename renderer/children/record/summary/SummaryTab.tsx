import { styled } from '@mui/material/styles';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import { Timeline, type TimelineItem } from '#renderer/components/Timeline.tsx';
import { hasDeclined } from '../../CommentField.tsx';
import {
  eventIcons,
  eventsFor,
  timelineFilters,
  type Event,
  type TimelineFilter,
} from '../../timelineFilters.ts';
import { useRecord } from '../recordContext.ts';
import { RecordTab } from '../RecordTab.tsx';
import { NextReview } from './NextReview.tsx';
import { OutcomesCard } from './OutcomesCard.tsx';
import { StandardsCard } from './StandardsCard.tsx';
import { TeamCard } from './TeamCard.tsx';

const route = getRouteApi('/frame/children/$child/');

/** What matters about a child at a glance: what happened, what comes next, how the plan goes, who is there. */
export function SummaryTab() {
  const { record } = useRecord();
  if (!record.caf)
    return (
      <RecordTab>
        <NoCaf />
      </RecordTab>
    );
  return (
    <RecordTab>
      <PageColumns side={440}>
        <TimelineCard />
        <Stack>
          <NextReview caf={record.caf} />
          <OutcomesCard caf={record.caf} />
          <TeamCard />
          <StandardsCard caf={record.caf} />
        </Stack>
      </PageColumns>
    </RecordTab>
  );
}

function NoCaf() {
  const { record, canChange, at } = useRecord();
  if (record.depth === 'neutral')
    return (
      <Card label="CAF">
        <EmptyState title={`Neutral reference ${record.neutralRef}`}>
          Orders and figures name this child by the reference only. What your role may read of them is under
          Orders and Budgets.
        </EmptyState>
      </Card>
    );
  return (
    <Card label="CAF">
      <EmptyState
        title="No CAF has been opened"
        action={
          canChange ? (
            <Act kind="main" to={at('open')} keys="Alt+O">
              Open the CAF
            </Act>
          ) : null
        }
      >
        The child is registered. A CAF rests on consent: record it, and the assessment can begin.
      </EmptyState>
    </Card>
  );
}

const Filters = styled('fieldset')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: rem(8),
  '& button': {
    minHeight: rem(28),
    padding: `0 ${rem(12)}`,
    borderRadius: rem(14),
    border: `1px solid ${look.lineQuiet}`,
    backgroundColor: look.surface,
    color: look.ink2,
    fontSize: rem(13),
    fontWeight: 600,
    cursor: 'pointer',
    '&:hover': { borderColor: look.lineField, color: look.ink },
    '&[aria-pressed=true]': { backgroundColor: look.tealTint, borderColor: look.tealLine, color: look.teal },
  },
});

function toItem(event: Event, at: number): TimelineItem {
  const isSilent = event.kind === 'voice' && hasDeclined(event.title);
  return {
    id: `${event.day}-${at}`,
    day: event.day,
    icon: eventIcons[event.kind],
    title: event.title,
    detail: event.detail,
    who: event.who,
    ...(event.amountPence === null ? {} : { amount: event.amountPence }),
    quote: event.kind === 'voice' && !isSilent,
  };
}

function TimelineCard() {
  const { record } = useRecord();
  const { show } = route.useSearch();
  const navigate = useNavigate();
  const events = eventsFor(record.timeline, show);
  const choose = (filter: TimelineFilter | undefined) =>
    void navigate({
      to: '/children/$child',
      params: { child: String(record.id) },
      search: { show: filter },
      replace: true,
    });
  const names = Object.keys(timelineFilters) as TimelineFilter[];
  return (
    <Card
      title="Timeline"
      padded={false}
      actions={
        <Filters aria-label="What the timeline shows">
          {[undefined, ...names].map((name) => (
            <button
              key={name ?? 'all'}
              type="button"
              aria-pressed={show === name}
              onClick={() => choose(name)}
            >
              {name ? timelineFilters[name].label : 'All'}
            </button>
          ))}
        </Filters>
      }
    >
      {events.length > 0 ? (
        <Timeline items={events.map(toItem)} />
      ) : (
        <EmptyState
          title={show ? `No ${timelineFilters[show].label.toLowerCase()} yet` : 'Nothing has happened yet'}
        >
          Meetings, money, what the child says and papers stand here as they are recorded.
        </EmptyState>
      )}
    </Card>
  );
}

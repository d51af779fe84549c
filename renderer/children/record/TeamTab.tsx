import { styled } from '@mui/material/styles';
import UserRoundCheck from 'lucide-react/icons/user-round-check';
import { useState } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import { Person } from '#renderer/components/Person.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { Timeline } from '#renderer/components/Timeline.tsx';
import { eventIcons } from '../timelineFilters.ts';
import { agencyWord, type Caf } from '../words.ts';
import { AppointDialog } from './AppointDialog.tsx';
import { useRecord } from './recordContext.ts';
import { RecordTab } from './RecordTab.tsx';
import { useTeam } from './summary/TeamCard.tsx';

const List = styled('ul')({
  '& > li': { padding: `${rem(8)} ${rem(16)}` },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
});

const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: `${rem(4)} ${rem(16)}`,
  marginTop: rem(12),
  '& dt': { color: look.ink2 },
});

/** The lead professional, everybody else around the child, and who led before. */
export function TeamTab() {
  const { record } = useRecord();
  const { caf } = record;
  const [isAppointing, setAppointing] = useState(false);
  if (!caf) return <RecordTab>{null}</RecordTab>;
  return (
    <RecordTab>
      <PageColumns side={400}>
        <TeamList />
        <Stack>
          <LeadCard caf={caf} onAppoint={() => setAppointing(true)} />
          <LeadHistory />
        </Stack>
      </PageColumns>
      {isAppointing ? <AppointDialog caf={caf} onClose={() => setAppointing(false)} /> : null}
    </RecordTab>
  );
}

function TeamList() {
  const team = useTeam();
  return (
    <Card
      title="Team around the child"
      note={team.length > 0 ? String(team.length) : undefined}
      padded={false}
    >
      {team.length === 0 ? (
        <EmptyState title="Nobody is named yet">
          The lead professional, the carers and whoever has an action in the plan stand here.
        </EmptyState>
      ) : (
        <List>
          {team.map((member) => (
            <li key={member.name}>
              <Person name={member.name} detail={member.role} end={member.phone} teal={member.isLead} />
            </li>
          ))}
        </List>
      )}
    </Card>
  );
}

function LeadCard(props: { caf: Caf; onAppoint: () => void }) {
  const { caf, onAppoint } = props;
  const { canWrite } = useRecord();
  const { lead } = caf;
  return (
    <Card
      title="Lead professional"
      footer={
        canWrite ? (
          <Act
            kind={lead ? 'quiet' : 'main'}
            small={lead !== null}
            icon={UserRoundCheck}
            onPress={onAppoint}
            keys="Alt+L"
          >
            {lead ? 'Change the lead professional' : 'Name the lead professional'}
          </Act>
        ) : undefined
      }
    >
      {lead ? (
        <>
          <Person name={lead.name} detail={agencyWord(lead.agency)} teal />
          <Facts>
            <dt>Since</dt>
            <dd>{formatDay(lead.from)}</dd>
            <dt>Training</dt>
            <dd>
              {lead.trainedOn ? (
                <Status kind="done">Trained {formatDay(lead.trainedOn)}</Status>
              ) : (
                <Status kind="attention">No budget holder’s training on record</Status>
              )}
            </dd>
          </Facts>
          {lead.trainedOn ? null : <p style={{ marginTop: rem(8) }}>Without it they cannot hold a budget.</p>}
        </>
      ) : (
        <p>
          One person who speaks with the family, brings the team together and can spend a small budget. The
          plan needs one before it goes live.
        </p>
      )}
    </Card>
  );
}

function LeadHistory() {
  const { record } = useRecord();
  const events = record.timeline.filter((event) => event.kind === 'lead');
  if (events.length === 0) return null;
  return (
    <Card title="Who led when" padded={false}>
      <Timeline
        items={events.map((event, at) => ({
          id: at,
          day: event.day,
          icon: eventIcons.lead,
          title: event.title,
          detail: [event.detail, event.who ? `Recorded by ${event.who}.` : ''].filter(Boolean).join(' '),
        }))}
      />
    </Card>
  );
}

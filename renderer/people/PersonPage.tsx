import { getRouteApi } from '@tanstack/react-router';
import Pencil from 'lucide-react/icons/pencil';
import { useState } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { PersonSignInCard } from '#renderer/access/PersonSignInCard.tsx';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Fact, FactStrip } from '#renderer/components/FactStrip.tsx';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { BackDialog, LeaveDialog } from './Leaving.tsx';
import { BudgetsCard } from './PersonBudgets.tsx';
import { LimitCard, TrainingCard } from './PersonCards.tsx';
import { DetailsDialog, GiveRolesDialog, LimitDialog, TrainingDialog } from './PersonDialogs.tsx';
import { RolesCard } from './PersonRoles.tsx';
import { agencyWord, type Person } from './personWords.ts';
import { ProposalsCard } from './ProposalsCard.tsx';

const route = getRouteApi('/frame/office/people/$person');
const crumbs = [
  { label: 'Office', to: '/office' },
  { label: 'People', to: '/office/people' },
];

function factsOf(person: Person): Fact[] {
  return [
    { label: 'Agency', value: agencyWord(person.agency) },
    { label: 'Area and team', value: person.area ?? 'No area', detail: person.team ?? 'No team' },
    { label: 'Reached on', value: person.phone || 'No telephone', detail: person.email || 'No email' },
    {
      label: 'Signs in as',
      value: person.userName ?? 'Does not sign in',
      detail: person.userName === null ? 'Only named in records' : 'With a passphrase',
    },
  ];
}

type Dialogs = 'roles' | 'training' | 'limit' | 'details' | 'leave' | 'back';
const dialogs = {
  roles: GiveRolesDialog,
  training: TrainingDialog,
  limit: LimitDialog,
  details: DetailsDialog,
  leave: LeaveDialog,
  back: BackDialog,
} as const;

function PersonView(props: { person: Person; onConflict: () => void }) {
  const { person, onConflict } = props;
  const [open, setOpen] = useState<Dialogs | null>(null);
  const may = usePermissions();
  const { data: status } = useRead('access.status', {});
  const isSelf = status?.person?.id === person.id;
  const { userName } = person;
  const today = useToday();
  const hasLeft = person.leavesOn !== null && person.leavesOn <= today;
  const Shown = open ? dialogs[open] : null;
  return (
    <Page
      title={person.name}
      crumbs={crumbs}
      subtitle={person.jobTitle}
      actions={
        may('people.manage') ? (
          <>
            {isSelf ? null : (
              <Act onPress={() => setOpen(person.leavesOn === null ? 'leave' : 'back')}>
                {person.leavesOn === null ? 'Record leaving' : hasLeft ? 'Take back' : 'Stays after all'}
              </Act>
            )}
            <Act icon={Pencil} onPress={() => setOpen('details')}>
              Change details
            </Act>
          </>
        ) : null
      }
    >
      {person.leavesOn === null ? null : (
        <Status kind="attention">{`${hasLeft ? 'Left' : 'Leaves'} on ${formatDay(person.leavesOn)}`}</Status>
      )}
      <FactStrip facts={factsOf(person)} />
      <PageColumns>
        <Stack>
          <ProposalsCard proposals={person.proposals} />
          <RolesCard
            person={person}
            isSelf={isSelf}
            onGive={may('people.manage') ? () => setOpen('roles') : null}
          />
          <TrainingCard person={person} onRecord={may('budgets.manage') ? () => setOpen('training') : null} />
        </Stack>
        <Stack>
          <LimitCard person={person} onSet={may('budgets.manage') ? () => setOpen('limit') : null} />
          {may('people.manage') && !isSelf && userName !== null && !hasLeft ? (
            <PersonSignInCard person={{ id: person.id, name: person.name, userName }} />
          ) : null}
          {may('budgets.read') ? <BudgetsCard person={person} /> : null}
        </Stack>
      </PageColumns>
      {Shown ? <Shown person={person} onClose={() => setOpen(null)} onConflict={onConflict} /> : null}
    </Page>
  );
}

/** One person: who they are, what they may do, what they were trained for and what they may spend. */
export function PersonPage() {
  const { person: personId } = route.useParams();
  const { data, problem, loading, retry } = useRead('people.get', { id: Number(personId) });
  if (data && data.id === Number(personId))
    return <PersonView key={data.id} person={data} onConflict={retry} />;
  return (
    <Page title="Person" crumbs={crumbs}>
      <Card label="Person">
        {problem ? (
          <ProblemAlert problem={problem} onRetry={retry} />
        ) : (
          <Late pending={loading}>Looking for them.</Late>
        )}
      </Card>
    </Page>
  );
}

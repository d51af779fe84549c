import Plus from 'lucide-react/icons/plus';
import UsersRound from 'lucide-react/icons/users-round';
import { useState } from 'react';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import type { Action, Caf, Outcome } from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { RecordTab } from '../RecordTab.tsx';
import { NextReview } from '../summary/NextReview.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { Meetings } from './Meetings.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';
import { OutcomeDialog } from './OutcomeDialog.tsx';

/** What is open on top of the plan: a new or a present outcome, a new or a present action. */
export type PlanEdit =
  { kind: 'outcome'; outcome: Outcome | null } | { kind: 'action'; outcome: Outcome; action: Action | null };

/** The delivery plan: what the family wants to be different, who does what by when, and the meetings about it. */
export function PlanTab() {
  const { record } = useRecord();
  return <RecordTab>{record.caf ? <Plan caf={record.caf} /> : null}</RecordTab>;
}

function Plan(props: { caf: Caf }) {
  const { caf } = props;
  const { canWrite, at } = useRecord();
  const [edit, setEdit] = useState<PlanEdit | null>(null);
  const add = canWrite ? (
    <Act
      kind={caf.outcomes.length === 0 ? 'main' : 'quiet'}
      icon={Plus}
      onPress={() => setEdit({ kind: 'outcome', outcome: null })}
      keys="Alt+O"
    >
      Add an outcome
    </Act>
  ) : null;
  return (
    <PageColumns side={400}>
      <Stack>
        {caf.outcomes.length === 0 ? (
          <Card label="Plan">
            <EmptyState title="No outcome yet" action={add}>
              An outcome says what the family wants to be different, and which aim it serves. Each has
              actions: who does what, by when.
            </EmptyState>
          </Card>
        ) : (
          <>
            {caf.outcomes.map((outcome) => (
              <OutcomeCard key={outcome.id} caf={caf} outcome={outcome} onEdit={setEdit} />
            ))}
            <div>{add}</div>
          </>
        )}
      </Stack>
      <Stack>
        <NextReview caf={caf} />
        <Meetings
          caf={caf}
          act={
            canWrite ? (
              <Act small icon={UsersRound} to={at('plan/meeting')}>
                Record a meeting
              </Act>
            ) : null
          }
        />
      </Stack>
      {edit?.kind === 'outcome' ? (
        <OutcomeDialog caf={caf} outcome={edit.outcome} onClose={() => setEdit(null)} />
      ) : null}
      {edit?.kind === 'action' ? (
        <ActionDialog caf={caf} outcome={edit.outcome} action={edit.action} onClose={() => setEdit(null)} />
      ) : null}
    </PageColumns>
  );
}

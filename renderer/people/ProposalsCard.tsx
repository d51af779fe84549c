import { useState } from 'react';
import { z } from 'zod';
import type { Proposal } from '#shared/contract/people.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { roles } from '#shared/domain/roles.ts';
import { roleWords, whoMay } from '#shared/domain/roleWords.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { Lines } from './Lines.tsx';

const lower = (words: string) => words.toLocaleLowerCase('en-GB');

/** `Team manager in the place of Priya Nair, up to £250.00`. */
function whatOf({ role, coverFor, limitPence }: Proposal): string {
  const place = coverFor === null ? '' : ` in the place of ${coverFor}`;
  return `${roles[role]}${place}${limitPence === null ? '' : `, up to ${formatPounds(limitPence)}`}`;
}

function daysOf({ fromDay, toDay }: Proposal): string {
  return toDay === null ? `from ${formatDay(fromDay)}` : `${formatDay(fromDay)} to ${formatDay(toDay)}`;
}

const reasonInput = z.object({ reason: z.string().trim().min(1, 'Say why.').max(200) });

function RefuseDialog(props: { proposal: Proposal; onClose: () => void }) {
  const { proposal, onClose } = props;
  const toasts = useToasts();
  const write = useWrite('people.answer');
  const form = useOfficeForm({ schema: reasonInput, defaultValues: { reason: '' } });
  return (
    <FormDialog
      title={`Refuse ${lower(roles[proposal.role])} for ${proposal.person}`}
      form={form}
      act="Refuse it"
      danger
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        const result = await write.run({ id: proposal.id, agree: false, reason });
        if (!result.ok) return result.problem;
        toasts.done(`Refused. ${proposal.person} gets nothing of it.`);
        onClose();
        return undefined;
      }}
    >
      <TextArea
        control={form.control}
        name="reason"
        label="Why"
        hint={`${proposal.proposedBy} reads this.`}
        rows={3}
      />
    </FormDialog>
  );
}

/** What the reader may do with a proposal: agree or refuse, take it back, or wait. */
function ProposalActs(props: { proposal: Proposal; onRefuse: () => void }) {
  const { proposal, onRefuse } = props;
  const toasts = useToasts();
  const answer = useWrite('people.answer');
  const withdraw = useWrite('people.withdraw');
  const may = usePermissions();
  const takeBack = async () => {
    const result = await withdraw.run({ id: proposal.id });
    if (result.ok) toasts.done('Taken back. Nothing was given.');
    else toasts.problem(result.problem);
  };
  const agree = async () => {
    const result = await answer.run({ id: proposal.id, agree: true });
    if (result.ok) toasts.done(`Agreed. ${proposal.person}: ${lower(whatOf(proposal))}.`);
    else toasts.problem(result.problem);
  };
  if (!may('people.manage')) return <span>Waits for {whoMay('people.manage')}.</span>;
  if (proposal.may === 'wait') return <span>It is about your own rights, so somebody else decides.</span>;
  if (proposal.may === 'withdraw')
    return (
      <>
        <span>Waits for a second administrator.</span>
        <Act
          small
          busy={withdraw.busy}
          onPress={() => void takeBack()}
          spokenLabel={`Take it back: ${lower(roles[proposal.role])} for ${proposal.person}`}
        >
          Take it back
        </Act>
      </>
    );
  return (
    <>
      <span className="acts">
        <Act
          small
          busy={answer.busy}
          onPress={() => void agree()}
          spokenLabel={`Agree to ${lower(roles[proposal.role])} for ${proposal.person}`}
        >
          Agree
        </Act>
        <Act
          small
          kind="danger"
          onPress={onRefuse}
          spokenLabel={`Refuse ${lower(roles[proposal.role])} for ${proposal.person}`}
        >
          Refuse
        </Act>
      </span>
    </>
  );
}

/** Rights that wait for a second person; nothing while none wait. `named` says whom each is for. */
export function ProposalsCard(props: { proposals: readonly Proposal[]; named?: boolean }) {
  const { proposals, named = false } = props;
  const [refusing, setRefusing] = useState<Proposal | null>(null);
  if (proposals.length === 0) return null;
  return (
    <Card
      title="Waiting for a second person"
      padded={false}
      footer="Rights over money and over people take two people to give. Nothing counts before the second agrees."
    >
      <Lines>
        {proposals.map((proposal) => (
          <li key={proposal.id}>
            <div className="head">
              <span>{named ? `${proposal.person}: ${lower(whatOf(proposal))}` : whatOf(proposal)}</span>
              <span className="days">{daysOf(proposal)}</span>
            </div>
            <p>{roleWords[proposal.role]}</p>
            <div className="foot">
              <span>
                {proposal.proposedBy} proposed this on {formatDay(proposal.proposedOn)}.
              </span>
              <ProposalActs proposal={proposal} onRefuse={() => setRefusing(proposal)} />
            </div>
          </li>
        ))}
      </Lines>
      {refusing ? <RefuseDialog proposal={refusing} onClose={() => setRefusing(null)} /> : null}
    </Card>
  );
}

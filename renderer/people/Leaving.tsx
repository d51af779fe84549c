import { z } from 'zod';
import { day } from '#shared/contract/common.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { PassphraseField } from '#renderer/access/PassphraseField.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Late } from '#renderer/components/Skeleton.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import type { Person } from './personWords.ts';

const several = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is in the person's hands, to be handed over before they go. */
function Handover({ person }: { person: Person }) {
  const { data } = useRead('people.handover', { id: person.id });
  if (!data) return <Late pending>Looking at what is in their hands.</Late>;
  const hands = [
    ...(data.casesLed > 0
      ? [`leads ${several(data.casesLed, 'open CAF')}: name another lead professional`]
      : []),
    ...(data.openRequests > 0
      ? [
          `has ${several(data.openRequests, 'purchase')} that are not issued yet: see that somebody goes on with them`,
        ]
      : []),
  ];
  if (hands.length === 0) return <p>Nothing is in the hands of {person.name} that has to be handed over.</p>;
  return (
    <>
      <p>To hand over first. {person.name}</p>
      <ul>
        {hands.map((words) => (
          <li key={words}>{words}.</li>
        ))}
      </ul>
    </>
  );
}

const leaveInput = z.object({ leavesOn: day });

/** Records that somebody leaves, with what they hold in sight. */
export function LeaveDialog(props: { person: Person; onClose: () => void; onConflict: () => void }) {
  const { person, onClose, onConflict } = props;
  const today = useToday();
  const toasts = useToasts();
  const write = useWrite('people.leave');
  const form = useOfficeForm({ schema: leaveInput, defaultValues: { leavesOn: today } });
  return (
    <FormDialog
      title={`${person.name} leaves the office`}
      form={form}
      act="Record the leaving"
      danger
      onClose={onClose}
      onSubmit={async ({ leavesOn }) => {
        const result = await write.run({ id: person.id, version: person.version, leavesOn });
        if (!result.ok) {
          if (result.problem.code === 'conflict') onConflict();
          return result.problem;
        }
        toasts.done(
          leavesOn === today
            ? `${person.name} has left. They are let in nowhere from now on.`
            : `${person.name} leaves on ${formatDay(leavesOn)}.`,
        );
        onClose();
        return undefined;
      }}
    >
      <Handover person={person} />
      <DateField
        control={form.control}
        name="leavesOn"
        label="Gone from"
        hint="The first day without them. Today means at once."
        weekday
      />
      <p>What they wrote, decided and signed stays under their name.</p>
    </FormDialog>
  );
}

const backInput = z.object({ passphrase: z.string().max(500).optional() });

/** Takes somebody back who has left, or keeps who was to leave. */
export function BackDialog(props: { person: Person; onClose: () => void; onConflict: () => void }) {
  const { person, onClose, onConflict } = props;
  const today = useToday();
  const toasts = useToasts();
  const write = useWrite('people.comeBack');
  const form = useOfficeForm({ schema: backInput, defaultValues: { passphrase: '' } });
  const hasLeft = person.leavesOn !== null && person.leavesOn <= today;
  const needsPassphrase = hasLeft && person.userName !== null;
  return (
    <FormDialog
      title={hasLeft ? `Take ${person.name} back` : `${person.name} stays after all`}
      form={form}
      act={hasLeft ? 'Take them back' : 'They stay'}
      onClose={onClose}
      onSubmit={async ({ passphrase }) => {
        const given = needsPassphrase && passphrase ? { passphrase } : {};
        const result = await write.run({ id: person.id, version: person.version, ...given });
        if (!result.ok) {
          if (result.problem.code === 'conflict') onConflict();
          return result.problem;
        }
        toasts.done(`${person.name} is here.`);
        onClose();
        return undefined;
      }}
    >
      <p>
        {hasLeft
          ? 'They come back without any role: give what they need now.'
          : 'Nothing was taken yet, so roles and sign-in stay as they are.'}
      </p>
      {needsPassphrase ? (
        <PassphraseField
          name="passphrase"
          label="First passphrase"
          hint="12 characters or more. Hand it over in person."
          autoComplete="new-password"
        />
      ) : null}
    </FormDialog>
  );
}

import { z } from 'zod';
import { day } from '#shared/contract/common.ts';
import type { OperationName, Output } from '#shared/contract/index.ts';
import { people } from '#shared/contract/people.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import type { Problem, Result } from '#shared/problems.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { MoneyField } from '#renderer/components/form/NumberFields.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { type Difference, Meanwhile } from '#renderer/settings/Meanwhile.tsx';
import { useOpened } from '#renderer/settings/useOpened.ts';
import { PersonFields } from './PersonFields.tsx';
import { agencyWord, roleNames, type Person } from './personWords.ts';
import { RoleChecks } from './RoleChecks.tsx';

/** `onConflict` reads the person again; then the next try saves over the newer version. */
type DialogProps = { person: Person; onClose: () => void; onConflict: () => void };

/** Says that it was done and closes; a conflict has the newer version read first. */
function useFinish({ onClose, onConflict }: DialogProps) {
  const toasts = useToasts();
  return (result: Result<Output<OperationName>>, words: string): Problem | undefined => {
    if (!result.ok) {
      if (result.problem.code === 'conflict') onConflict();
      return result.problem;
    }
    toasts.done(words);
    onClose();
    return undefined;
  };
}

const shown: [string, (person: Person) => string][] = [
  ['Name', (person) => person.name],
  ['Job title', (person) => person.jobTitle],
  ['Agency', (person) => agencyWord(person.agency)],
  ['Area', (person) => person.area ?? ''],
  ['Team', (person) => person.team ?? ''],
  ['Telephone', (person) => person.phone],
  ['Email', (person) => person.email],
  ['Roles', (person) => roleNames(person.roles).join(', ')],
  ['Own limit', (person) => formatPounds(person.ownLimitPence)],
];

/** What somebody else saved of a person while the dialog was open; nothing before a conflict. */
function Newer(props: { opened: Person; newer: Person | null }) {
  const { opened, newer } = props;
  if (!newer) return null;
  const differences = shown.map(([label, of]): Difference => ({ label, before: of(opened), now: of(newer) }));
  return <Meanwhile differences={differences} otherwise="Nothing that is shown here." />;
}

const rolesInput = people['people.giveRoles'].input.omit({ id: true }).extend({ fromDay: day });

/** What became of roles that were given: those that count, and those that wait for a second person. */
export function givenWords(name: string, result: Output<'people.add'> | Output<'people.giveRoles'>): string {
  const proposed = result.proposed.map((each) => each.role);
  const given = result.given.length > 0 ? `${name} is given: ${roleNames(result.given).join(', ')}.` : '';
  const waiting =
    proposed.length > 0 ? `A second administrator has to agree to: ${roleNames(proposed).join(', ')}.` : '';
  return [given, waiting].filter(Boolean).join(' ');
}

/** Gives roles from a day on. */
export function GiveRolesDialog(props: DialogProps) {
  const { person, onClose } = props;
  const write = useWrite('people.giveRoles');
  const finish = useFinish(props);
  const today = useToday();
  const form = useOfficeForm({
    schema: rolesInput,
    defaultValues: { roles: [], fromDay: today, toDay: null },
  });
  const held = person.heldRoles.map((each) => each.role);
  return (
    <FormDialog
      title={`Give ${person.name} a role`}
      form={form}
      act="Give the roles"
      width={840}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await write.run({ ...values, id: person.id });
        return finish(result, result.ok ? givenWords(person.name, result.data) : '');
      }}
    >
      <RoleChecks
        control={form.control}
        name="roles"
        label="Roles"
        hint="Tick as many as fit. Rights add up; nobody has a right without a role."
        without={held}
      />
      <FieldRow>
        <DateField control={form.control} name="fromDay" label="From" hint="The first day" />
        <DateField
          control={form.control}
          name="toDay"
          label="Until"
          hint="The last day; empty for no end"
          optional
        />
      </FieldRow>
    </FormDialog>
  );
}

const trainingInput = people['people.recordTraining'].input
  .omit({ id: true })
  .refine(({ trainedOn, expiresOn }) => expiresOn === null || expiresOn >= trainedOn, {
    path: ['expiresOn'],
    message: 'This day lies before the training. Enter a later one, or leave it empty.',
  });

/** Records a training for budget holders. */
export function TrainingDialog(props: DialogProps) {
  const { person, onClose } = props;
  const write = useWrite('people.recordTraining');
  const finish = useFinish(props);
  const form = useOfficeForm({
    schema: trainingInput,
    defaultValues: { trainedOn: '', expiresOn: null, note: '' },
  });
  const { control } = form;
  return (
    <FormDialog
      title={`Record training of ${person.name}`}
      form={form}
      act="Record the training"
      onClose={onClose}
      onSubmit={async (values) =>
        finish(
          await write.run({ ...values, id: person.id }),
          `Training of ${person.name} on ${formatDay(values.trainedOn)} recorded.`,
        )
      }
    >
      <FieldRow>
        <DateField
          control={control}
          name="trainedOn"
          label="Trained on"
          hint="The day it was done"
          startHere
        />
        <DateField
          control={control}
          name="expiresOn"
          label="Runs out on"
          hint="If it has to be done again"
          optional
        />
      </FieldRow>
      <TextField control={control} name="note" label="Note" hint="Such as who gave it" optional />
    </FormDialog>
  );
}

const limitInput = people['people.setOwnLimit'].input.pick({ ownLimitPence: true });

/** Sets what a person may approve of their own purchases. */
export function LimitDialog(props: DialogProps) {
  const { person, onClose } = props;
  const write = useWrite('people.setOwnLimit');
  const finish = useFinish(props);
  const { data: policy } = useRead('settings.policy', {});
  const { opened, newer, version, showNewer } = useOpened(person);
  const form = useOfficeForm({
    schema: limitInput,
    defaultValues: { ownLimitPence: opened.ownLimitPence },
  });
  return (
    <FormDialog
      title={`Set the own limit of ${person.name}`}
      form={form}
      act="Set the limit"
      onClose={onClose}
      onSubmit={async ({ ownLimitPence }) => {
        const result = await write.run({ id: person.id, version, ownLimitPence });
        if (!result.ok && result.problem.code === 'conflict') showNewer();
        return finish(result, `Own limit of ${person.name} is ${formatPounds(ownLimitPence)}.`);
      }}
    >
      <Newer opened={opened} newer={newer} />
      <MoneyField
        control={form.control}
        name="ownLimitPence"
        label="Own limit"
        hint={
          policy
            ? `The rules begin with ${formatPounds(policy.ownLimitPence)}. Nought sends every purchase to somebody else.`
            : 'Nought sends every purchase to somebody else.'
        }
        startHere
      />
      <p>
        A purchase up to this limit needs nobody else’s approval.{' '}
        {person.trainedOn === null
          ? `${person.name} has no training that counts today: until it is recorded, the limit counts for nothing.`
          : 'Without training that counts on the day, a limit counts for nothing.'}
      </p>
    </FormDialog>
  );
}

const detailsInput = people['people.save'].input.omit({ id: true, version: true });

function detailsOf(person: Person): z.input<typeof detailsInput> {
  const { name, jobTitle, agency, areaId, teamId, phone, email } = person;
  return { name, jobTitle, agency, areaId, teamId, phone, email };
}

/** Changes who somebody is and how to reach them. */
export function DetailsDialog(props: DialogProps) {
  const { person, onClose } = props;
  const write = useWrite('people.save');
  const finish = useFinish(props);
  const { opened, newer, version, showNewer } = useOpened(person);
  const form = useOfficeForm({ schema: detailsInput, defaultValues: detailsOf(opened) });
  return (
    <FormDialog
      title={`Change the details of ${opened.name}`}
      form={form}
      act="Save the details"
      width={680}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await write.run({ ...values, id: person.id, version });
        if (!result.ok && result.problem.code === 'conflict') showNewer();
        return finish(result, `Details of ${values.name} saved.`);
      }}
    >
      <Newer opened={opened} newer={newer} />
      <PersonFields />
    </FormDialog>
  );
}

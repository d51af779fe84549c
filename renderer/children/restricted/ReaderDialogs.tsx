import { z } from 'zod';
import { filledParagraph } from '#shared/contract/common.ts';
import { contract } from '#shared/contract/index.ts';
import { Autocomplete } from '#renderer/components/form/Autocomplete.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { findPeople } from './people.ts';
import type { RestrictedRecord } from './words.ts';

const chosen = z.number({ error: 'Choose who.' }).int().positive();
const letInForm = contract['children.letIn'].input.extend({ personId: chosen });

/** Lets somebody in to a restricted record by name. */
export function LetInDialog(props: { record: RestrictedRecord; onClose: () => void }) {
  const { record, onClose } = props;
  const { run } = useWrite('children.letIn');
  const toasts = useToasts();
  const form = useOfficeForm({ schema: letInForm, defaultValues: { id: record.id, reason: '' } });
  return (
    <FormDialog
      title={`Let somebody in to ${record.neutralRef}`}
      form={form}
      act="Let them in"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run(values);
        if (!result.ok) return result.problem;
        toasts.done('They read the record from now on.');
        onClose();
        return undefined;
      }}
    >
      <Autocomplete
        control={form.control}
        name="personId"
        label="Who"
        missing="Choose who."
        search={findPeople}
        none="Nobody in the office is called that."
        startHere
      />
      <TextArea control={form.control} name="reason" label="Why" rows={2} />
    </FormDialog>
  );
}

/** What is done with a reason and nothing else. */
export type Act = { kind: 'lift' } | { kind: 'letOut'; personId: number; name: string };

const reasonForm = z.object({ reason: filledParagraph });

function carryOut(record: RestrictedRecord, act: Act, reason: string) {
  return act.kind === 'lift'
    ? callOffice('children.liftRestriction', { id: record.id, note: reason })
    : callOffice('children.letOut', { id: record.id, personId: act.personId, reason });
}

/** Takes a reader out, or makes the record an ordinary one again. */
export function EndDialog(props: { record: RestrictedRecord; act: Act; onClose: () => void }) {
  const { record, act, onClose } = props;
  const toasts = useToasts();
  const form = useOfficeForm({ schema: reasonForm, defaultValues: { reason: '' } });
  const isLift = act.kind === 'lift';
  return (
    <FormDialog
      title={isLift ? `Lift the restriction of ${record.neutralRef}` : `Let ${act.name} out`}
      form={form}
      act={isLift ? 'Lift the restriction' : 'Let them out'}
      danger
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        const result = await carryOut(record, act, reason);
        if (!result.ok) return result.problem;
        toasts.done(
          isLift ? 'The record is an ordinary one again.' : 'They do not read the record any more.',
        );
        onClose();
        return undefined;
      }}
    >
      {isLift ? <p>Everybody whose role reaches the record finds it again, with its address.</p> : null}
      <TextArea control={form.control} name="reason" label="Why" rows={2} startHere />
    </FormDialog>
  );
}

const agreeForm = contract['takeout.agree'].input.extend({ personId: chosen });

/** Agrees that somebody takes the office's data out today, restricted records among it. */
export function AgreeDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { run } = useWrite('takeout.agree');
  const toasts = useToasts();
  const form = useOfficeForm({ schema: agreeForm, defaultValues: { reason: '' } });
  return (
    <FormDialog
      title="Agree to a takeout"
      form={form}
      act="Agree to it"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run(values);
        if (!result.ok) return result.problem;
        toasts.done('Agreed, for today and once.');
        onClose();
        return undefined;
      }}
    >
      <p>
        A takeout writes everything as files that are not encrypted, restricted records too. It takes two
        people.
      </p>
      <Autocomplete
        control={form.control}
        name="personId"
        label="Who takes it out"
        missing="Choose who."
        search={findPeople}
        none="Nobody in the office is called that."
        startHere
      />
      <TextArea control={form.control} name="reason" label="What for" rows={2} />
    </FormDialog>
  );
}

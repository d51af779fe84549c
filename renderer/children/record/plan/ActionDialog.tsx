import { contract } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { actionStates, agencyOptions, type Action, type Caf, type Outcome } from '../../words.ts';
import { NewerVersion } from './NewerVersion.tsx';
import { useFreshVersion } from './useFreshVersion.ts';

const states = Object.entries(actionStates).map(([value, { word }]) => ({ value, label: word }));

type Props = { caf: Caf; outcome: Outcome; action: Action | null; onClose: () => void };

/** A new action of an outcome, or a change to one: what, who, which agency, by when (BR-10). */
export function ActionDialog(props: Props) {
  const { caf, outcome, action, onClose } = props;
  const now = caf.outcomes.flatMap((one) => one.actions).find((one) => one.id === action?.id) ?? action;
  return action && now ? (
    <ChangeAction outcome={outcome} action={now} opened={action} onClose={onClose} />
  ) : (
    <AddAction caf={caf} outcome={outcome} onClose={onClose} />
  );
}

function AddAction(props: { caf: Caf; outcome: Outcome; onClose: () => void }) {
  const { caf, outcome, onClose } = props;
  const { run } = useWrite('children.addAction');
  const toasts = useToasts();
  const form = useOfficeForm({
    schema: contract['children.addAction'].input,
    // Most actions are the lead professional's.
    defaultValues: {
      outcomeId: outcome.id,
      action: '',
      responsible: caf.lead?.name ?? '',
      agency: caf.lead?.agency ?? '',
      byWhen: '',
    },
  });
  return (
    <FormDialog
      title={`Add an action to outcome ${outcome.number}`}
      form={form}
      act="Add the action"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run(values);
        if (!result.ok) return result.problem;
        toasts.done('Action added.');
        onClose();
        return undefined;
      }}
    >
      <p>For: {outcome.desired}</p>
      <ActionFields />
    </FormDialog>
  );
}

function ChangeAction(props: { outcome: Outcome; action: Action; opened: Action; onClose: () => void }) {
  const { outcome, action, opened, onClose } = props;
  const { run } = useWrite('children.saveAction');
  const fresh = useFreshVersion(action.version);
  const toasts = useToasts();
  const { id, version, responsible, agency, byWhen, status } = opened;
  const form = useOfficeForm({
    schema: contract['children.saveAction'].input,
    defaultValues: { id, version, action: opened.action, responsible, agency, byWhen, status },
  });
  return (
    <FormDialog
      title={`Action ${outcome.number}.${action.number}`}
      form={form}
      act="Save the action"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run({ ...values, version: fresh.version });
        if (!result.ok) return fresh.heard(result.problem);
        toasts.done('Action saved.');
        onClose();
        return undefined;
      }}
    >
      {fresh.isStale ? (
        <NewerVersion
          rows={[
            { label: 'Action', words: action.action },
            { label: 'Who', words: action.responsible },
            { label: 'By', words: formatDay(action.byWhen) },
            { label: 'State', words: actionStates[action.status].word },
          ]}
        />
      ) : null}
      <ActionFields />
      <SelectField name="status" label="How it stands" options={states} />
    </FormDialog>
  );
}

function ActionFields() {
  return (
    <>
      <TextArea
        name="action"
        startHere
        label="What will be done"
        rows={2}
        missing="Write what will be done."
      />
      <FieldRow>
        <TextField
          name="responsible"
          label="Who does it"
          hint="It may be the child or a parent."
          missing="Name who does it."
        />
        <SelectField
          name="agency"
          label="Their agency"
          hint="Other for the family itself."
          options={agencyOptions}
        />
      </FieldRow>
      <DateField name="byWhen" label="By when" weekday missing="Enter the day it is to be done by." />
    </>
  );
}

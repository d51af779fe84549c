import { contract } from '#shared/contract/index.ts';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { aimOptions, aimShort, outcomeStates, type Caf, type Outcome } from '../../words.ts';
import { NewerVersion } from './NewerVersion.tsx';
import { useFreshVersion } from './useFreshVersion.ts';

const scores = Array.from({ length: 11 }, (_score, at) => ({ value: at, label: String(at) }));
const states = Object.entries(outcomeStates).map(([value, { word }]) => ({ value, label: word }));

/** A new outcome, or a change to one: what is wanted, the aim it serves, and its scores from 0 to 10. */
export function OutcomeDialog(props: { caf: Caf; outcome: Outcome | null; onClose: () => void }) {
  const { caf, outcome, onClose } = props;
  return outcome ? (
    <ChangeOutcome
      outcome={caf.outcomes.find((one) => one.id === outcome.id) ?? outcome}
      opened={outcome}
      onClose={onClose}
    />
  ) : (
    <AddOutcome caf={caf} onClose={onClose} />
  );
}

function AddOutcome(props: { caf: Caf; onClose: () => void }) {
  const { caf, onClose } = props;
  const { run } = useWrite('children.addOutcome');
  const toasts = useToasts();
  const form = useOfficeForm({
    schema: contract['children.addOutcome'].input,
    defaultValues: { cafId: caf.id, desired: '', ecmAim: '', baseline: null, latest: null, target: null },
  });
  return (
    <FormDialog
      title="Add an outcome"
      form={form}
      act="Add the outcome"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run({ ...values, latest: values.latest ?? values.baseline });
        if (!result.ok) return result.problem;
        toasts.done('Outcome added. Now its first action.');
        onClose();
        return undefined;
      }}
    >
      <OutcomeFields isNew />
    </FormDialog>
  );
}

function ChangeOutcome(props: { outcome: Outcome; opened: Outcome; onClose: () => void }) {
  const { outcome, opened, onClose } = props;
  const { run } = useWrite('children.saveOutcome');
  const fresh = useFreshVersion(outcome.version);
  const toasts = useToasts();
  const { id, version, desired, ecmAim, baseline, latest, target, status } = opened;
  const form = useOfficeForm({
    schema: contract['children.saveOutcome'].input,
    defaultValues: { id, version, desired, ecmAim, baseline, latest, target, status },
  });
  return (
    <FormDialog
      title={`Outcome ${outcome.number}`}
      form={form}
      act="Save the outcome"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run({ ...values, version: fresh.version });
        if (!result.ok) return fresh.heard(result.problem);
        toasts.done('Outcome saved.');
        onClose();
        return undefined;
      }}
    >
      {fresh.isStale ? (
        <NewerVersion
          rows={[
            { label: 'Wanted', words: outcome.desired },
            { label: 'Aim', words: aimShort(outcome.ecmAim) },
            {
              label: 'Scores',
              words: `${outcome.baseline ?? '–'}, ${outcome.latest ?? '–'}, ${outcome.target ?? '–'}`,
            },
            { label: 'State', words: outcomeStates[outcome.status].word },
          ]}
        />
      ) : null}
      <OutcomeFields isNew={false} />
      <SelectField name="status" label="How it stands" options={states} />
    </FormDialog>
  );
}

function OutcomeFields(props: { isNew: boolean }) {
  return (
    <>
      <TextArea
        name="desired"
        startHere
        label="What the family wants to be different"
        rows={2}
        missing="Write what the family wants to be different."
      />
      <SelectField name="ecmAim" label="The aim it serves" options={aimOptions} />
      <FieldRow>
        <SelectField
          name="baseline"
          label="Score at the start"
          hint="0 to 10, the family’s own."
          options={scores}
          blank="Not scored"
          optional
        />
        {props.isNew ? null : (
          <SelectField
            name="latest"
            label="Score now"
            hint="At this review."
            options={scores}
            blank="Not scored"
            optional
          />
        )}
        <SelectField
          name="target"
          label="Aim"
          hint="What would be enough."
          options={scores}
          blank="Not scored"
          optional
        />
      </FieldRow>
    </>
  );
}

import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { day, line } from '#shared/contract/common.ts';
import { closureGroups, closureReasons } from '#shared/codes/closureReasons.ts';
import { isCodeIn, labelIn } from '#shared/codes/list.ts';
import { asksForDifference } from '#shared/domain/closing.ts';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import type { Caf } from '../words.ts';
import { useRecord } from './recordContext.ts';

const reasons = closureReasons.map(({ code, label, group }) => ({
  value: code,
  label,
  group: group === null ? 'Not counted' : labelIn(closureGroups, group),
}));

const asks = (reason: string) => isCodeIn(closureReasons, reason) && asksForDifference(reason);
const isMove = (reason: string) => reason === 'MV';

const closeForm = contract['children.closeCaf'].input
  .omit({ transfer: true })
  .extend({
    reason: z.string().min(1, 'Fill this in.'),
    authority: line,
    consentedOn: day.nullable(),
    packSentOn: day.nullable(),
    receivedBy: line,
    receivedOn: day.nullable(),
  })
  .superRefine((values, context) => {
    const miss = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (asks(values.reason) && values.difference === '')
      miss('difference', 'Say what difference the help made.');
    if (asks(values.reason) && values.familyFeedback === '')
      miss('familyFeedback', 'Ask the family. “Declined to comment” is an answer.');
    if (!isMove(values.reason)) return;
    if (values.authority === '') miss('authority', 'Say which authority takes it on.');
    if (values.consentedOn === null) miss('consentedOn', 'Enter the day the family agreed.');
    if (values.packSentOn === null) miss('packSentOn', 'Enter the day the pack went.');
  });
type CloseForm = z.output<typeof closeForm>;

function transferOf({ reason, authority, consentedOn, packSentOn, receivedBy, receivedOn }: CloseForm) {
  if (!isMove(reason) || consentedOn === null || packSentOn === null) return null;
  return { authority, consentedOn, packSentOn, receivedBy, receivedOn };
}

/** Closes the CAF with the reason that the return counts it under, and the difference that was made. */
export function CloseDialog(props: { caf: Caf; onClose: () => void }) {
  const { caf, onClose } = props;
  const { today } = useRecord();
  const { run } = useWrite('children.closeCaf');
  const toasts = useToasts();
  const form = useOfficeForm({
    schema: closeForm,
    defaultValues: {
      cafId: caf.id,
      version: caf.version,
      closedOn: today,
      reason: '',
      note: '',
      difference: '',
      familyFeedback: '',
      authority: '',
      consentedOn: null,
      packSentOn: null,
      receivedBy: '',
      receivedOn: null,
    },
  });
  const reason = useWatch({ control: form.control, name: 'reason' });
  return (
    <FormDialog
      title={`Close ${caf.reference}`}
      form={form}
      act={`Close ${caf.reference}`}
      danger
      onClose={onClose}
      onSubmit={async (values) => {
        const { cafId, closedOn, note, difference, familyFeedback } = values;
        const result = await run({
          cafId,
          version: caf.version,
          closedOn,
          reason: values.reason,
          note,
          difference,
          familyFeedback,
          transfer: transferOf(values),
        });
        if (!result.ok) return { ...result.problem, ...plainField(result.problem.field) };
        toasts.done(`${caf.reference} closed. The record stays readable.`);
        onClose();
        return undefined;
      }}
    >
      <p>Nothing more can be bought or written once it is closed. A later need opens a new episode.</p>
      <SelectField
        control={form.control}
        name="reason"
        startHere
        label="Why it closes"
        hint="Stepped up only when social care has accepted, not when the referral is made."
        options={reasons}
      />
      <DateField control={form.control} name="closedOn" label="Closed on" />
      {asks(reason) ? <DifferenceFields /> : null}
      {isMove(reason) ? <TransferFields /> : null}
      <TextArea name="note" label="Note" optional rows={2} hint="Who goes on helping." />
    </FormDialog>
  );
}

/** The office names `transfer.authority`; here the field is `authority`. */
function plainField(field: string | undefined): { field?: string } {
  if (field === 'transfer') return { field: 'authority' };
  return field?.startsWith('transfer.') ? { field: field.slice('transfer.'.length) } : {};
}

function DifferenceFields() {
  return (
    <>
      <TextArea
        name="difference"
        label="What difference it made"
        rows={3}
        hint="For the child, as you saw it."
      />
      <TextArea
        name="familyFeedback"
        label="What the family says of it"
        rows={3}
        hint="In their words. “Declined to comment” is an answer."
      />
    </>
  );
}

function TransferFields() {
  return (
    <>
      <TextField name="authority" label="Authority that takes it on" />
      <FieldRow>
        <DateField name="consentedOn" label="The family agreed on" />
        <DateField name="packSentOn" label="Pack sent on" />
      </FieldRow>
      <FieldRow>
        <TextField name="receivedBy" label="Receipt signed by" optional />
        <DateField name="receivedOn" label="Received on" optional />
      </FieldRow>
    </>
  );
}

import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { closureGroups, closureReasons } from '#shared/codes/closureReasons.ts';
import { labelIn } from '#shared/codes/list.ts';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import type { Caf } from '../words.ts';
import { useRecord } from './recordContext.ts';

const reasons = closureReasons.map(({ code, label, group }) => ({
  value: code,
  label,
  group: group === null ? 'Not counted' : labelIn(closureGroups, group),
}));

const closeForm = contract['children.closeCaf'].input.extend({ reason: z.string().min(1, 'Fill this in.') });

/** Closes the CAF with the reason that the return counts it under. */
export function CloseDialog(props: { caf: Caf; onClose: () => void }) {
  const { caf, onClose } = props;
  const { today } = useRecord();
  const { run } = useWrite('children.closeCaf');
  const toasts = useToasts();
  const form = useOfficeForm({
    schema: closeForm,
    defaultValues: { cafId: caf.id, version: caf.version, closedOn: today, reason: '', note: '' },
  });
  return (
    <FormDialog
      title={`Close ${caf.reference}`}
      form={form}
      act={`Close ${caf.reference}`}
      danger
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run({ ...values, version: caf.version });
        if (!result.ok) return result.problem;
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
      <TextArea
        control={form.control}
        name="note"
        label="Note"
        optional
        rows={3}
        hint="What the family says, and who goes on helping."
      />
    </FormDialog>
  );
}

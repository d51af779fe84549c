import { z } from 'zod';
import { restrictedReasons } from '#shared/domain/restricted.ts';
import { filledParagraph } from '#shared/contract/common.ts';
import { Autocomplete } from '#renderer/components/form/Autocomplete.tsx';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { findPeople } from './people.ts';

const schema = z.object({
  reason: z.enum(
    restrictedReasons.map((reason) => reason.code),
    { error: 'Choose why.' },
  ),
  note: filledParagraph,
  me: z.boolean(),
  other: z.number().nullable(),
});

const reasons = restrictedReasons.map(({ code, label }) => ({ value: code, label }));

/** Marks a record as restricted: why, and who reads it from now on. */
export function RestrictDialog(props: { childId: number; personId: number; onClose: () => void }) {
  const { childId, personId, onClose } = props;
  const { run } = useWrite('children.restrict');
  const toasts = useToasts();
  const form = useOfficeForm({ schema, defaultValues: { note: '', me: true, other: null } });
  return (
    <FormDialog
      title="Restrict this record"
      form={form}
      act="Restrict the record"
      onClose={onClose}
      onSubmit={async ({ reason, note, me, other }) => {
        const readers = [...(me ? [personId] : []), ...(other === null ? [] : [other])];
        const result = await run({ id: childId, reason, note, readers });
        if (!result.ok) return result.problem;
        toasts.done('The record is restricted. Only its readers find it now.');
        onClose();
        return undefined;
      }}
    >
      <p>
        Only those named here find it from now on: it leaves every other list, search, count and print, and
        its address is shown to nobody by itself. More readers are named under Restricted records.
      </p>
      <SelectField control={form.control} name="reason" label="Why" options={reasons} startHere />
      <TextArea
        control={form.control}
        name="note"
        label="What is feared"
        hint="Only its readers see this."
        rows={3}
      />
      <CheckField control={form.control} name="me" label="I go on reading it" />
      <Autocomplete
        control={form.control}
        name="other"
        label="Who else reads it"
        optional
        search={findPeople}
        none="Nobody in the office is called that."
      />
    </FormDialog>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { contract } from '#shared/contract/index.ts';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { useWrite } from '#renderer/office/useWrite.ts';
import { recordAt } from '../addresses.ts';

/** Opens a record out of reach by exception: named exactly, with a reason, told to those who answer for it. */
export function OpenDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { run } = useWrite('children.openByException');
  const navigate = useNavigate();
  const form = useOfficeForm({
    schema: contract['children.openByException'].input,
    defaultValues: { reference: '', givenNames: '', familyName: '', dob: null, reason: '' },
  });
  return (
    <FormDialog
      title="Open a record by exception"
      form={form}
      act="Open the record"
      danger
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run(values);
        if (!result.ok) return result.problem;
        onClose();
        await navigate(linkProps(recordAt(result.data.childId)));
        return undefined;
      }}
    >
      <p>
        For when a child’s safety needs a record that is not yours to read. The co-ordinators and the data
        protection officer are told at once, and it is in the audit trail. You can read it for a limited time,
        and change nothing.
      </p>
      <TextField
        control={form.control}
        name="reference"
        label="Neutral reference or CAF’s reference"
        optional
        startHere
      />
      <TextField control={form.control} name="givenNames" label="Or the given names" optional />
      <TextField control={form.control} name="familyName" label="and the family name" optional />
      <DateField control={form.control} name="dob" label="and the date of birth" optional />
      <TextArea control={form.control} name="reason" label="Why, in a sentence" rows={3} />
    </FormDialog>
  );
}

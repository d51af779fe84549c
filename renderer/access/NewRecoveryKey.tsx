import { access } from '#shared/contract/access.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { callOffice } from '#renderer/office/client.ts';
import { KeyGroups } from './RecoveryKey.tsx';

/** A new recovery key, once; it counts when its last group was typed back. */
export function NewRecoveryKey(props: { recoveryKey: string; onConfirmed: () => void; onClose: () => void }) {
  const { recoveryKey, onConfirmed, onClose } = props;
  const form = useOfficeForm({
    schema: access['access.confirmRecoveryKey'].input,
    defaultValues: { lastGroup: '' },
  });
  return (
    <FormDialog
      title="Write the new recovery key down"
      act="I have written it down"
      width={680}
      keep={false}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await callOffice('access.confirmRecoveryKey', values);
        if (!result.ok) return result.problem;
        onConfirmed();
        return undefined;
      }}
    >
      <p>It is shown now and never again. If this is left, the old one goes on counting.</p>
      <KeyGroups recoveryKey={recoveryKey} />
      <TextField
        control={form.control}
        name="lastGroup"
        label="Last group of the key"
        missing="Enter the last group of the key."
        hint="Type the four characters of group 12 from your paper."
      />
    </FormDialog>
  );
}

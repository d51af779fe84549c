import { settings } from '#shared/contract/settings.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { callOffice } from '#renderer/office/client.ts';

/** Moves the practice office to another day: what is due, late and in force follows. */
export function MoveDay({ today, onClose }: { today: string; onClose: () => void }) {
  const form = useOfficeForm({
    schema: settings['settings.movePracticeDay'].input,
    defaultValues: { day: today },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Change the practice date"
      width={440}
      footer={
        <>
          <Act onPress={onClose}>Go back</Act>
          <Act kind="main" type="submit" form="move-day" keys="Ctrl+Enter">
            Change the date
          </Act>
        </>
      }
    >
      <Form
        keep={false}
        id="move-day"
        form={form}
        label="Practice date"
        onSubmit={async (values) => {
          const result = await callOffice('settings.movePracticeDay', values);
          if (!result.ok) return result.problem;
          onClose();
          return undefined;
        }}
      >
        <DateField
          control={form.control}
          name="day"
          label="Today is"
          hint="Only the practice office has a date of its own."
        />
      </Form>
    </Dialog>
  );
}

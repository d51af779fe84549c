import { useId, type ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';

export type FormDialogProps<T extends FieldValues, O> = {
  title: string;
  form: UseFormReturn<T, unknown, O>;
  onSubmit: (values: O) => Promise<Problem | undefined>;
  onClose: () => void;
  /** The act, by its name: "Set the price". */
  act: string;
  side?: ReactNode;
  children: ReactNode;
};

/** A short form in a dialog: Ctrl+Enter hands it in, Esc leaves it. Mounted only while it is open. */
export function FormDialog<T extends FieldValues, O>(props: FormDialogProps<T, O>) {
  const { title, form, onSubmit, onClose, act, side, children } = props;
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width={side ? 760 : 680}
      side={side}
      footer={
        <>
          <Act onPress={onClose}>Leave it</Act>
          <Act kind="main" type="submit" form={id} keys="Ctrl+Enter" busy={form.formState.isSubmitting}>
            {act}
          </Act>
        </>
      }
    >
      <Form id={id} form={form} onSubmit={onSubmit} label={title}>
        <FieldStack>{children}</FieldStack>
      </Form>
    </Dialog>
  );
}

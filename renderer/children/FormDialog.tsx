import { useId, type ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';

export type FormDialogProps<T extends FieldValues, O> = {
  title: string;
  note?: ReactNode;
  form: UseFormReturn<T, unknown, O>;
  onSubmit: (values: O) => Promise<Problem | undefined | void>;
  onClose: () => void;
  /** The act, by its name: "Add the outcome". */
  act: string;
  width?: number;
  danger?: boolean;
  children: ReactNode;
};

/** A short form in a dialog of its own: Ctrl+Enter hands it in, Esc leaves it. Mount it only while it is open. */
export function FormDialog<T extends FieldValues, O>(props: FormDialogProps<T, O>) {
  const { title, note, form, onSubmit, onClose, act, width = 600, danger = false, children } = props;
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      note={note}
      width={width}
      footer={
        <>
          <Act onPress={onClose}>Leave it</Act>
          <Act
            kind={danger ? 'danger' : 'main'}
            type="submit"
            form={id}
            keys="Ctrl+Enter"
            busy={form.formState.isSubmitting}
          >
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

import { useId, type ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Problem } from '#shared/problems.ts';
import { Act } from '../Act.tsx';
import { Dialog } from '../Dialog.tsx';
import { Form } from './Form.tsx';
import { FieldStack } from './fieldBase.tsx';

export type FormDialogProps<T extends FieldValues, O> = {
  title: string;
  note?: ReactNode;
  form: UseFormReturn<T, unknown, O>;
  onSubmit: (values: O) => Promise<Problem | undefined | void>;
  onClose: () => void;
  /** The act, by its name: "Add the outcome". */
  act: string;
  width?: number;
  /** What helps to fill it in, beside the fields. */
  side?: ReactNode;
  danger?: boolean;
  /** See `Form`. */
  keep?: boolean;
  children: ReactNode;
};

/** A short form in a dialog of its own: Ctrl+Enter hands it in, Esc leaves it. Mount it only while it is open. */
export function FormDialog<T extends FieldValues, O>(props: FormDialogProps<T, O>) {
  const { title, note, form, onSubmit, onClose, act, side, danger = false, keep = true, children } = props;
  const { width = side ? 760 : 600 } = props;
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      note={note}
      width={width}
      side={side}
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
      <Form id={id} form={form} keep={keep} onSubmit={onSubmit} label={title}>
        <FieldStack>{children}</FieldStack>
      </Form>
    </Dialog>
  );
}

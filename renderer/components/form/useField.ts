import { createContext, use, useEffect } from 'react';
import {
  useController,
  useFormContext,
  type Control,
  type FieldPath,
  type FieldValues,
} from 'react-hook-form';
import type { ReactNode } from 'react';
import { fieldId, fieldNames, type FieldName } from './fieldNames.ts';

/** The id of the form around a field, so that ids on one page never meet. */
export const FormIdContext = createContext('form');

/** What every field is given. Pass `control={form.control}` to have the name checked against the contract. */
export type FieldProps<T extends FieldValues = FieldValues, O = T> = {
  name: FieldPath<T>;
  control?: Control<T, unknown, O>;
  label: string;
  hint?: ReactNode;
  hintEnd?: ReactNode;
  optional?: boolean;
  /** The sentence for when it is empty, where "Enter" and the label do not make one: "Say when it starts." */
  missing?: string;
  readOnly?: boolean;
  /** Takes the keyboard when it appears: the first field of a dialog. */
  startHere?: boolean;
  /** Told after a person has changed it. */
  onValue?: (value: unknown) => void;
};

export type Field = {
  id: string;
  name: string;
  value: unknown;
  error: string | undefined;
  /** Given the element that takes the field's focus. */
  hold: (element: HTMLElement | null) => void;
  change: (value: unknown) => void;
  blur: () => void;
};

/** Joins a control to the form: its value, its error, its id, and its name for the sentences about it. */
export function useField<T extends FieldValues, O>(props: FieldProps<T, O>, act: FieldName['act']): Field {
  const { name, label, missing, startHere = false, onValue } = props;
  const context = useFormContext<T, unknown, O>() as ReturnType<typeof useFormContext<T, unknown, O>> | null;
  const control = props.control ?? context?.control;
  if (!control) throw new Error('A field needs a form around it.');
  const formId = use(FormIdContext);
  const { field, fieldState } = useController<T, FieldPath<T>, O>({ name, control });
  useEffect(() => {
    const names = fieldNames(control);
    names.set(name, { label, act, missing });
    return () => {
      names.delete(name);
    };
  }, [control, name, label, act, missing]);
  const id = fieldId(formId, name);
  useEffect(() => {
    if (!startHere) return;
    const element = document.getElementById(id);
    element?.focus();
    // As Tab does: what stands there is replaced by what is typed.
    if (element instanceof HTMLInputElement) element.select();
  }, [startHere, id]);
  return {
    id,
    name,
    value: field.value,
    error: fieldState.error?.message,
    hold: field.ref,
    change: (value) => {
      if (fieldState.error) context?.clearErrors(name);
      field.onChange(value);
      onValue?.(value);
    },
    blur: field.onBlur,
  };
}

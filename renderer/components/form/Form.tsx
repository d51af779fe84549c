import { useId, useState, type ReactNode } from 'react';
import {
  FormProvider,
  useFormState,
  type Control,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import type { Problem } from '#shared/problems.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { fieldNames, listErrors } from './fieldNames.ts';
import { KeptText } from './KeptText.tsx';
import { FormIdContext } from './useField.ts';

export type FormProps<T extends FieldValues, O> = {
  form: UseFormReturn<T, unknown, O>;
  /** Gives back the office's problem, if it said no: its fields are marked, the rest stands in the summary. */
  onSubmit: (values: O) => Promise<Problem | undefined | void> | Problem | undefined | void;
  /** Named when a button outside hands it in (`Act type="submit" form={id}`). */
  id?: string;
  /** What the form is, for screen readers. */
  label?: string;
  /** False where nothing typed may be kept when the desk locks: passphrases, and what saves itself. */
  keep?: boolean;
  children: ReactNode;
};

/** Marks the fields a problem names; what belongs to no field of this form is kept for the summary. */
export function putProblem<T extends FieldValues, O>(
  form: UseFormReturn<T, unknown, O>,
  problem: Problem,
): void {
  const names = fieldNames(form.control);
  const details = (problem.details ?? []).filter((one) => one.field !== undefined && names.has(one.field));
  for (const detail of details) {
    form.setError(detail.field as FieldPath<T>, { type: 'office', message: detail.message });
  }
  if (problem.field !== undefined && names.has(problem.field)) {
    form.setError(problem.field as FieldPath<T>, { type: 'office', message: problem.message });
    return;
  }
  const loose = (problem.details ?? []).filter((one) => !details.includes(one)).map((one) => one.message);
  form.setError('root.office', { type: 'office', message: [problem.message, ...loose].join(' ') });
}

/**
 * A form: checked when it goes in, errors in a summary that takes the focus and beside their fields, nothing typed is
 * lost. The browser's own checks are off, because their words are not ours.
 */
export function Form<T extends FieldValues, O>(props: FormProps<T, O>) {
  const { form, onSubmit, label, keep = true, children } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const [attempt, setAttempt] = useState(0);
  const [reference, setReference] = useState<string>();

  const submit = form.handleSubmit(
    async (values) => {
      form.clearErrors();
      const problem = await onSubmit(values);
      setReference(problem?.reference);
      if (!problem) return;
      putProblem(form, problem);
      setAttempt((count) => count + 1);
    },
    () => {
      setReference(undefined);
      setAttempt((count) => count + 1);
    },
  );
  return (
    <FormProvider {...form}>
      <FormIdContext value={id}>
        <form
          id={id}
          noValidate
          aria-label={label}
          onSubmit={(event) => {
            event.stopPropagation();
            void submit(event);
          }}
        >
          {keep && label ? <KeptText form={form} title={label} /> : null}
          <Summary control={form.control} formId={id} attempt={attempt} reference={reference} />
          {children}
        </form>
      </FormIdContext>
    </FormProvider>
  );
}

function Summary<T extends FieldValues, O>(props: {
  control: Control<T, unknown, O>;
  formId: string;
  attempt: number;
  reference: string | undefined;
}) {
  const { control, formId, attempt, reference } = props;
  const { errors } = useFormState({ control });
  const problems = listErrors(errors, fieldNames(control));
  return <ErrorSummary formId={formId} problems={problems} attempt={attempt} reference={reference} />;
}

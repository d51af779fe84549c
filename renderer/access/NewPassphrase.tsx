import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { PassphraseField } from './PassphraseField.tsx';

/** A new passphrase and the same again: `newPassphrase` and `again` of the form. */
export function NewPassphrase<T extends FieldValues, O>({ control }: { control: Control<T, unknown, O> }) {
  return (
    <>
      <PassphraseField
        control={control}
        name={'newPassphrase' as FieldPath<T>}
        label="New passphrase"
        missing="Enter a new passphrase."
        hint="12 characters or more. Four unrelated words are easy to remember and hard to guess. It may be pasted, and it never expires."
        autoComplete="new-password"
      />
      <PassphraseField
        control={control}
        name={'again' as FieldPath<T>}
        label="New passphrase again"
        missing="Type the new passphrase again."
        autoComplete="new-password"
      />
    </>
  );
}

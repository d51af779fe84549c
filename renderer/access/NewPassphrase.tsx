import { type Control, type FieldPath, type FieldValues, useWatch } from 'react-hook-form';
import type { PassphraseOwner } from '#shared/domain/passphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { PassphraseVerdict } from './PassphraseVerdict.tsx';

const RULES =
  '12 characters or more. Four unrelated words are easy to remember and hard to guess. It may be pasted, and it never expires.';

/** A new passphrase and the same again: `newPassphrase` and `again` of the form, judged while it is typed. */
export function NewPassphrase<T extends FieldValues, O>(props: {
  control: Control<T, unknown, O>;
  owner: PassphraseOwner;
  startHere?: boolean;
}) {
  const { control, owner, startHere = false } = props;
  const name = 'newPassphrase' as FieldPath<T>;
  const typed: unknown = useWatch({ control, name });
  return (
    <>
      <PassphraseField
        control={control}
        name={name}
        label="New passphrase"
        missing="Enter a new passphrase."
        hint={
          <PassphraseVerdict typed={typeof typed === 'string' ? typed : ''} owner={owner} rules={RULES} />
        }
        autoComplete="new-password"
        startHere={startHere}
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

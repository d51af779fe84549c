import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { access } from '#shared/contract/access.ts';
import { id } from '#shared/contract/common.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { callOffice } from '#renderer/office/client.ts';
import { Bare, SidePoints } from './Bare.tsx';
import { lastUser } from './lastUser.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { newPassphraseFields } from './newPassphrase.ts';
import type { SignedIn } from './useSession.ts';
import { useWait, Waiting } from './Waiting.tsx';

type Administrator = Output<'access.checkRecoveryKey'>['administrators'][number];

const points = [
  {
    title: 'Not a system administrator?',
    words: 'Ask whoever manages people in your office. They give you a new first passphrase in a minute.',
  },
  {
    title: 'You are?',
    words: 'The recovery key was written down at set-up: 12 groups of 4, kept on paper in a safe.',
  },
  { title: 'Neither paper nor passphrase?', words: 'Then nobody can open the office any more, not even we.' },
] as const;

export type RecoverProps = {
  version: string;
  onEnter: (status: SignedIn) => Promise<void>;
  onBack: () => void;
};

/** The way in with the recovery key: the key, then who one is and a new passphrase. */
export function Recover({ version, onEnter, onBack }: RecoverProps) {
  const [found, setFound] = useState<{ recoveryKey: string; people: Administrator[] } | null>(null);
  return (
    <Bare
      narrow
      title="Forgotten passphrase"
      lead="A system administrator comes in with the recovery key and chooses a new passphrase. It is written into the audit trail."
      side={<SidePoints points={points} />}
      foot={`Version ${version}`}
    >
      <Card label="Forgotten passphrase">
        {found ? (
          <NewStep {...found} onEnter={onEnter} onBack={onBack} />
        ) : (
          <KeyStep onFound={(recoveryKey, people) => setFound({ recoveryKey, people })} onBack={onBack} />
        )}
      </Card>
    </Bare>
  );
}

function KeyStep(props: { onFound: (key: string, people: Administrator[]) => void; onBack: () => void }) {
  const { onFound, onBack } = props;
  const [wait, setWait] = useWait();
  const form = useOfficeForm({
    schema: access['access.checkRecoveryKey'].input,
    defaultValues: { recoveryKey: '' },
  });
  useEffect(() => form.setFocus('recoveryKey'), [form]);
  const submit = async ({ recoveryKey }: { recoveryKey: string }): Promise<Problem | undefined> => {
    const result = await callOffice('access.checkRecoveryKey', { recoveryKey });
    if (result.ok) {
      onFound(recoveryKey, result.data.administrators);
      return undefined;
    }
    setWait(result.problem.waitSeconds ?? 0);
    return result.problem.code === 'slow_down' ? undefined : result.problem;
  };
  return (
    <Form form={form} keep={false} label="The key from the paper" onSubmit={submit}>
      <FieldStack>
        <TextField
          control={form.control}
          name="recoveryKey"
          label="Recovery key"
          missing="Enter the recovery key."
          hint="12 groups of 4, with or without dashes and spaces, in capitals or small letters. There is no I, L, O, U, 0 or 1 in it."
        />
        <Act kind="main" type="submit" busy={form.formState.isSubmitting} disabled={wait > 0}>
          Go on
        </Act>
        <Act onPress={onBack}>Back to the sign-in</Act>
        <Waiting seconds={wait} />
      </FieldStack>
    </Form>
  );
}

type NewStepProps = {
  recoveryKey: string;
  people: Administrator[];
  onEnter: (status: SignedIn) => Promise<void>;
  onBack: () => void;
};

function NewStep({ recoveryKey, people, onEnter, onBack }: NewStepProps) {
  const [schema] = useState(() => newPassphraseFields({}).and(z.object({ personId: id })));
  const form = useOfficeForm({
    schema,
    defaultValues: { personId: people[0]?.id ?? 0, newPassphrase: '', again: '' },
  });
  const chosen = useWatch({ control: form.control, name: 'personId' });
  const who = people.find((one) => one.id === chosen);
  useEffect(() => form.setFocus('newPassphrase'), [form]);
  return (
    <Form
      form={form}
      keep={false}
      label="Who comes in"
      onSubmit={async ({ personId, newPassphrase }) => {
        const result = await callOffice('access.recover', {
          recoveryKey,
          personId,
          passphrase: newPassphrase,
        });
        if (!result.ok)
          return result.problem.field === 'passphrase'
            ? { ...result.problem, field: 'newPassphrase' }
            : result.problem;
        lastUser.userName = people.find((one) => one.id === personId)?.userName ?? '';
        await onEnter(result.data);
        return undefined;
      }}
    >
      <FieldStack>
        <SelectField
          control={form.control}
          name="personId"
          label="You are"
          options={people.map((one) => ({ value: one.id, label: one.name }))}
        />
        <NewPassphrase
          control={form.control}
          owner={who ? { userName: who.userName, names: [who.name] } : {}}
        />
        <Act kind="main" type="submit" busy={form.formState.isSubmitting}>
          Set it and sign in
        </Act>
        <Act onPress={onBack}>Back to the sign-in</Act>
      </FieldStack>
    </Form>
  );
}

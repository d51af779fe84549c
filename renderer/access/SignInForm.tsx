import { useEffect, useState } from 'react';
import { z } from 'zod';
import { access } from '#shared/contract/access.ts';
import { filled } from '#shared/contract/common.ts';
import type { Input } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { lastUser } from './lastUser.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { newPassphraseFields } from './newPassphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';
import type { SignedIn } from './useSession.ts';
import { useWait, Waiting } from './Waiting.tsx';

type Known = Input<'access.signIn'>;
type Step = 'passphrase' | 'code' | 'change' | 'broken';
type Enter = (status: SignedIn) => Promise<void>;

/** User name and passphrase; then a code and a passphrase of one's own, where the office asks for them. */
export function SignInForm({ onEnter }: { onEnter: Enter }) {
  const [step, setStep] = useState<Step>('passphrase');
  const [known, setKnown] = useState<Known>({ userName: '', passphrase: '' });
  const [broken, setBroken] = useState<Problem | null>(null);
  const [wait, setWait] = useWait();

  const send = async (more: Partial<Known>): Promise<Problem | undefined> => {
    const input = { ...known, ...more };
    const result = await callOffice('access.signIn', input);
    if (result.ok) {
      await onEnter(result.data);
      return undefined;
    }
    const { problem } = result;
    setWait(problem.waitSeconds ?? 0);
    setKnown(input);
    if (problem.code === 'code_needed') setStep('code');
    else if (problem.code === 'passphrase_change') setStep('change');
    else if (problem.code === 'broken_trail') {
      setBroken(problem);
      setStep('broken');
    } else if (problem.code !== 'slow_down') return problem;
    return undefined;
  };
  const again = () => {
    setKnown({ userName: known.userName, passphrase: '' });
    setStep('passphrase');
  };
  if (step === 'code') return <CodeStep wait={wait} send={send} onBack={again} />;
  if (step === 'change') return <ChangeStep userName={known.userName} send={send} onBack={again} />;
  if (step === 'broken' && broken) return <BrokenStep problem={broken} send={send} onBack={again} />;
  return <PassphraseStep wait={wait} send={send} />;
}

type StepProps = { send: (more: Partial<Known>) => Promise<Problem | undefined> };

function PassphraseStep({ wait, send }: StepProps & { wait: number }) {
  const form = useOfficeForm({
    schema: access['access.signIn'].input.pick({ userName: true, passphrase: true }),
    defaultValues: { userName: lastUser.userName, passphrase: '' },
  });
  useEffect(() => form.setFocus(lastUser.userName ? 'passphrase' : 'userName'), [form]);
  return (
    <Form
      form={form}
      keep={false}
      label="Sign in"
      onSubmit={async (values) => {
        lastUser.userName = values.userName;
        const problem = await send(values);
        if (problem?.code === 'wrong_passphrase') form.setValue('passphrase', '');
        return problem;
      }}
    >
      <FieldStack>
        <TextField
          control={form.control}
          name="userName"
          label="User name"
          missing="Enter your user name."
          autoComplete="username"
        />
        <PassphraseField
          control={form.control}
          name="passphrase"
          label="Passphrase"
          missing="Enter your passphrase."
          autoComplete="current-password"
        />
        <Act kind="main" type="submit" busy={form.formState.isSubmitting} disabled={wait > 0}>
          Sign in
        </Act>
        <Waiting seconds={wait} />
      </FieldStack>
    </Form>
  );
}

const brokenSchema = z.object({ knowing: access['access.signIn'].input.shape.knowing.unwrap() });

/** The audit trail is broken: whoever answers for the office may go on, and says what they know of it. */
function BrokenStep({ problem, send, onBack }: StepProps & { problem: Problem; onBack: () => void }) {
  const form = useOfficeForm({ schema: brokenSchema, defaultValues: { knowing: '' } });
  return (
    <Form form={form} keep={false} label="Broken audit trail" onSubmit={send}>
      <FieldStack>
        <ProblemAlert problem={problem} />
        <TextArea
          control={form.control}
          name="knowing"
          label="What you know of it"
          hint="It is written into the trail under your name."
        />
        <Act kind="main" type="submit" busy={form.formState.isSubmitting}>
          Go on, and write it down
        </Act>
        <Act onPress={onBack}>Back</Act>
      </FieldStack>
    </Form>
  );
}

const codeSchema = z.object({ code: filled });

function CodeStep({ wait, send, onBack }: StepProps & { wait: number; onBack: () => void }) {
  const form = useOfficeForm({ schema: codeSchema, defaultValues: { code: '' } });
  useEffect(() => form.setFocus('code'), [form]);
  return (
    <Form
      form={form}
      keep={false}
      label="Second factor"
      onSubmit={async (values) => {
        const problem = await send(values);
        if (problem?.code === 'wrong_code') form.setValue('code', '');
        return problem;
      }}
    >
      <FieldStack>
        <TextField
          control={form.control}
          name="code"
          label="Code"
          missing="Enter the code."
          hint="Six figures from your authenticator app, or one of your backup codes."
          autoComplete="one-time-code"
        />
        <Act kind="main" type="submit" busy={form.formState.isSubmitting} disabled={wait > 0}>
          Sign in
        </Act>
        <Act onPress={onBack}>Back</Act>
        <Waiting seconds={wait} />
      </FieldStack>
    </Form>
  );
}

function ChangeStep({ userName, send, onBack }: StepProps & { userName: string; onBack: () => void }) {
  const [owner] = useState({ userName });
  const [schema] = useState(() => newPassphraseFields(owner));
  const form = useOfficeForm({ schema, defaultValues: { newPassphrase: '', again: '' } });
  useEffect(() => form.setFocus('newPassphrase'), [form]);
  return (
    <Form
      form={form}
      keep={false}
      label="Choose a passphrase of your own"
      onSubmit={({ newPassphrase }) => send({ newPassphrase })}
    >
      <FieldStack>
        <p>
          <strong>Choose a passphrase of your own.</strong> The one you typed was chosen by somebody else, so
          it is good for this one sign-in.
        </p>
        <NewPassphrase control={form.control} owner={owner} />
        <Act kind="main" type="submit" busy={form.formState.isSubmitting}>
          Change it and sign in
        </Act>
        <Act onPress={onBack}>Back</Act>
      </FieldStack>
    </Form>
  );
}

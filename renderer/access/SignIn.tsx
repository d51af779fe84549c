import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { access } from '#shared/contract/access.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { TextButton } from '#renderer/components/TextButton.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Bare, SidePoints } from './Bare.tsx';
import { CoverNote } from './CoverNote.tsx';
import { lastUser } from './lastUser.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { PracticeJob } from './PracticeJob.tsx';
import type { Practice } from './usePractice.ts';
import type { Cover, Status } from './useSession.ts';

const Foot = styled('p')({ marginTop: rem(16), color: look.ink2, fontSize: rem(13) });

const points = [
  {
    title: 'Forgotten your passphrase?',
    words: 'Nobody can read it back. Ask whoever manages people in your office.',
  },
  { title: 'Never share one', words: 'What is done is recorded under the name that signed in.' },
] as const;

export type SignInProps = {
  status: Status;
  cover: Cover;
  practice: Practice;
  onEnter: (status: Status) => Promise<void>;
};

/** The office is locked: user name and passphrase. */
export function SignIn({ status, cover, practice, onEnter }: SignInProps) {
  return (
    <Bare
      narrow
      title={cover ? 'Locked' : 'Sign in'}
      lead={cover ? null : 'The office on this computer is locked.'}
      side={<SidePoints points={points} />}
      foot={`Version ${status.version}`}
    >
      <CoverNote cover={cover} />
      <Card label="Sign in">
        <SignInForm onEnter={onEnter} />
      </Card>
      <Foot>
        Learning, or showing someone round?{' '}
        <TextButton onPress={() => practice.open()}>Look around in the practice office</TextButton>
      </Foot>
      <PracticeJob practice={practice} />
    </Bare>
  );
}

function SignInForm({ onEnter }: { onEnter: (status: Status) => Promise<void> }) {
  const form = useOfficeForm({
    schema: access['access.signIn'].input,
    defaultValues: { userName: lastUser.userName, passphrase: '' },
  });
  const [wait, setWait] = useWait();
  useEffect(() => form.setFocus(lastUser.userName ? 'passphrase' : 'userName'), [form]);

  const submit = async (values: { userName: string; passphrase: string }): Promise<Problem | undefined> => {
    lastUser.userName = values.userName;
    const result = await callOffice('access.signIn', values);
    if (result.ok) {
      await onEnter(result.data);
      return undefined;
    }
    setWait(result.problem.waitSeconds ?? 0);
    if (result.problem.code === 'wrong_passphrase') form.setValue('passphrase', '');
    return result.problem.code === 'slow_down' ? undefined : result.problem;
  };
  return (
    <Form form={form} onSubmit={submit} label="Sign in">
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

/** Seconds that still have to pass, counted down. */
function useWait(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}

const Note = styled('output')({ fontWeight: 600, color: look.amber });

function Waiting({ seconds }: { seconds: number }) {
  if (seconds <= 0) return null;
  return (
    <>
      <Note>Too many wrong passphrases. Nothing was opened.</Note>
      <p role="timer" aria-live="off">
        Try again in {seconds} {seconds === 1 ? 'second' : 'seconds'}.
      </p>
    </>
  );
}

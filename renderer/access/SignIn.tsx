import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { Card } from '#renderer/components/Card.tsx';
import { TextButton } from '#renderer/components/TextButton.tsx';
import { look, rem } from '#renderer/app/tokens.ts';
import { Bare, SidePoints } from './Bare.tsx';
import { CoverNote } from './CoverNote.tsx';
import { PracticeJob } from './PracticeJob.tsx';
import { Recover } from './Recover.tsx';
import { SignInForm } from './SignInForm.tsx';
import type { Practice } from './usePractice.ts';
import type { Cover, SignedIn, Status } from './useSession.ts';

const Foot = styled('p')({ marginTop: rem(16), color: look.ink2, fontSize: rem(13) });

const points = [
  {
    title: 'Forgotten your passphrase?',
    words: 'Nobody can read it back. Whoever manages people in your office gives you a new first one.',
  },
  { title: 'Never share one', words: 'What is done is recorded under the name that signed in.' },
] as const;

export type SignInProps = {
  status: Status;
  cover: Cover;
  practice: Practice;
  onEnter: (status: SignedIn) => Promise<void>;
};

/** The office is locked: user name and passphrase, then what else is asked; or the recovery key. */
export function SignIn({ status, cover, practice, onEnter }: SignInProps) {
  const [isRecovering, setRecovering] = useState(false);
  if (isRecovering)
    return <Recover version={status.version} onEnter={onEnter} onBack={() => setRecovering(false)} />;
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
        <TextButton onPress={() => setRecovering(true)}>I have forgotten my passphrase</TextButton>
      </Foot>
      <Foot>
        Learning, or showing someone round?{' '}
        <TextButton onPress={() => practice.open()}>Look around in the practice office</TextButton>
      </Foot>
      <PracticeJob practice={practice} />
    </Bare>
  );
}

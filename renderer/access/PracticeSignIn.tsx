import { styled } from '@mui/material/styles';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { ConfirmDialog } from '#renderer/components/ConfirmDialog.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Initials } from '#renderer/components/Person.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Bare, SidePoints } from './Bare.tsx';
import { CoverNote } from './CoverNote.tsx';
import { PracticeJob } from './PracticeJob.tsx';
import type { SignInProps } from './SignIn.tsx';

type One = Output<'access.practiceSignIns'>['signIns'][number];

const points = [
  {
    title: 'Nothing here is real',
    words: 'The people, children and money are made up. You cannot break anything.',
  },
  { title: 'It has its own date', words: 'Once inside, move it on to see what falls due.' },
  { title: 'Try more than one role', words: 'What a role may not see is not on its screen.' },
] as const;

const List = styled('ul')({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fill, minmax(${rem(300)}, 1fr))`,
  overflow: 'hidden',
  borderRadius: rem(7),
  '& > li': {
    display: 'grid',
    border: `1px solid ${look.line}`,
    borderWidth: '0 1px 1px 0',
    margin: '0 -1px -1px 0',
  },
});

const Who = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: rem(12),
  minHeight: rem(56),
  padding: `${rem(8)} ${rem(16)}`,
  border: 0,
  background: 'none',
  color: look.ink,
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { backgroundColor: look.hover },
  '&:focus-visible': { outlineOffset: rem(-3), borderRadius: rem(7) },
  '&:disabled': { cursor: 'default', color: look.ink2 },
  '& .words': { flex: 1, minWidth: 0 },
  '& .name': { display: 'block', fontWeight: 600 },
  '& .detail': { display: 'block', fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& > svg': { color: look.teal },
});

const Acts = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: rem(8), margin: `${rem(16)} 0` });

/** The practice office's people, each one press away: their passphrases are no secret. */
export function PracticeSignIn({ status, cover, practice, onEnter }: SignInProps) {
  const { data, problem, retry } = useRead('access.practiceSignIns', {});
  const [refused, setRefused] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [entering, setEntering] = useState<string | null>(null);

  const enter = async (one: One) => {
    setEntering(one.user);
    const result = await callOffice('access.signIn', { userName: one.user, passphrase: one.passphrase });
    setEntering(null);
    if (result.ok) await onEnter(result.data);
    else setRefused(result.problem);
  };
  return (
    <Bare
      title="Practice office"
      lead="Choose who to be. One press signs you in."
      side={<SidePoints points={points} />}
      foot={`Version ${status.version}`}
    >
      <CoverNote cover={cover} />
      {refused ? <ProblemAlert problem={refused} /> : null}
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      <PracticeJob practice={practice} />
      {practice.busy ? null : (
        <Card label="People of the practice office" padded={false}>
          <Late pending={data === undefined && !problem}>
            <List>
              {(data?.signIns ?? []).map((one) => (
                <li key={one.user}>
                  <Who type="button" disabled={entering !== null} onClick={() => void enter(one)}>
                    <Initials name={one.name} teal={entering === one.user} />
                    <span className="words">
                      <span className="name">{one.name}</span>
                      <span className="detail">{describe(one)}</span>
                    </span>
                    <Icon of={ChevronRight} size={16} />
                  </Who>
                </li>
              ))}
            </List>
          </Late>
        </Card>
      )}
      <Acts>
        <Act disabled={practice.busy} onPress={() => setAsking(true)}>
          Start the practice office again
        </Act>
        <Act disabled={practice.busy} onPress={practice.leave}>
          Leave the practice office
        </Act>
      </Acts>
      <ConfirmDialog
        open={isAsking}
        title="Start the practice office again?"
        act="Start it again"
        danger
        onAct={() => {
          setAsking(false);
          practice.open(true);
        }}
        onClose={() => setAsking(false)}
      >
        Everything that was tried out in it is thrown away, and it is made anew. The real office is not
        touched.
      </ConfirmDialog>
    </Bare>
  );
}

/** "Co-ordinator" once, when job title and role are the same words. */
function describe(one: One): string {
  return one.jobTitle === one.role ? one.role : `${one.jobTitle} · ${one.role}`;
}

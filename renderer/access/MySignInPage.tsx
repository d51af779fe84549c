import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { OfficePage } from '#renderer/settings/OfficePage.tsx';
import { momentWords } from './moments.ts';
import { ChangePassphrase } from './PassphraseDialogs.tsx';
import { SecondFactorCard } from './SecondFactorCard.tsx';

type Mine = Output<'access.mine'>;

const List = styled('ul')({
  display: 'flex',
  flexDirection: 'column',
  gap: rem(8),
  '& li': { display: 'flex', flexWrap: 'wrap', gap: rem(8), justifyContent: 'space-between' },
});

/** A person's own sign-in: passphrase, second factor, and who came in or tried to. */
export function MySignInPage() {
  const { data, problem, loading, retry } = useRead('access.mine', {});
  return (
    <OfficePage
      part="My sign-in"
      subtitle="Your passphrase, your second factor, and what happened at your name."
    >
      {data ? (
        <Mine mine={data} />
      ) : (
        <Card label="My sign-in">
          {problem ? (
            <ProblemAlert problem={problem} onRetry={retry} />
          ) : (
            <Late pending={loading}>Reading.</Late>
          )}
        </Card>
      )}
    </OfficePage>
  );
}

function Mine({ mine }: { mine: Mine }) {
  return (
    <PageColumns side={440}>
      <Stack>
        <PassphraseCard mine={mine} />
        <SecondFactorCard since={mine.secondFactorSince} codesLeft={mine.codesLeft} />
        {mine.drafts.length > 0 ? <DraftsCard drafts={mine.drafts} /> : null}
      </Stack>
      <Stack>
        <Card title="Wrong tries at my name" note="the last ten">
          {mine.wrongTries.length === 0 ? (
            <p>None since records began.</p>
          ) : (
            <List>
              {mine.wrongTries.map(({ at }) => (
                <li key={at}>
                  {momentWords(at)} <Status kind="attention">Wrong passphrase or code</Status>
                </li>
              ))}
            </List>
          )}
        </Card>
        <Card title="My last sign-ins">
          <List>
            {mine.signIns.map(({ at, how }) => (
              <li key={at}>
                {momentWords(at)} {how === 'recovery' ? <Status kind="attention">Recovery key</Status> : null}
              </li>
            ))}
          </List>
        </Card>
      </Stack>
    </PageColumns>
  );
}

function PassphraseCard({ mine }: { mine: Mine }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title="Passphrase"
      actions={
        <Act small onPress={() => setOpen(true)}>
          Change my passphrase
        </Act>
      }
    >
      <Details>
        <Detail label="User name">{mine.userName}</Detail>
        <Detail label="Holds since" none="The set-up of this office">
          {mine.passphraseSetAt ? momentWords(mine.passphraseSetAt) : null}
        </Detail>
      </Details>
      {isOpen ? <ChangePassphrase userName={mine.userName} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function DraftsCard({ drafts }: { drafts: Mine['drafts'] }) {
  return (
    <Card title="Kept for you" note="typed and not saved when Trust Desk locked">
      <List>
        {drafts.map((draft) => (
          <li key={draft.form}>
            <RouteLink target={draft.place}>{draft.title}</RouteLink> {momentWords(draft.keptAt)}
          </li>
        ))}
      </List>
    </Card>
  );
}

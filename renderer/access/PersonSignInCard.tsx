import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { passphrase } from '#shared/contract/access.ts';
import type { Output } from '#shared/contract/index.ts';
import type { PassphraseOwner } from '#shared/domain/passphrase.ts';
import { rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { ConfirmDialog } from '#renderer/components/ConfirmDialog.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';
import { useAtDesk } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { momentWords } from './moments.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { PassphraseVerdict } from './PassphraseVerdict.tsx';

const Factor = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(4)} ${rem(12)}`,
});

type SignIn = Output<'access.signInOf'>;
type Who = { id: number; name: string; userName: string };

/** Another person's way in, for whoever manages people: a first passphrase in place of a lost one, the second factor off. */
export function PersonSignInCard({ person }: { person: Who }) {
  const { data, problem, loading, retry } = useRead('access.signInOf', { personId: person.id });
  const [asking, setAsking] = useState<'passphrase' | 'factor' | null>(null);
  const close = () => setAsking(null);
  return (
    <Card
      title="Signing in"
      actions={
        <Act small onPress={() => setAsking('passphrase')}>
          Give a new first passphrase
        </Act>
      }
    >
      {data ? (
        <Facts signIn={data} onTakeOff={() => setAsking('factor')} />
      ) : problem ? (
        <ProblemAlert problem={problem} onRetry={retry} />
      ) : (
        <Late pending={loading}>Looking.</Late>
      )}
      {asking === 'passphrase' ? <GivePassphrase person={person} onClose={close} /> : null}
      {asking === 'factor' ? <TakeFactorOff person={person} onClose={close} /> : null}
    </Card>
  );
}

function Facts({ signIn, onTakeOff }: { signIn: SignIn; onTakeOff: () => void }) {
  const { hasWayIn, passphraseSetAt, mustChange, secondFactorSince, lastSignInAt } = signIn;
  return (
    <Details>
      <Detail label="Passphrase">
        {!hasWayIn ? (
          <Status kind="attention">None: they cannot sign in until they are given one</Status>
        ) : mustChange ? (
          <Status kind="course">First one, for one sign-in</Status>
        ) : (
          `Their own${passphraseSetAt ? `, since ${momentWords(passphraseSetAt)}` : ''}`
        )}
      </Detail>
      <Detail label="Last signed in" none="Not yet">
        {lastSignInAt ? momentWords(lastSignInAt) : null}
      </Detail>
      <Detail label="Second factor" none="Off">
        {secondFactorSince ? (
          <Factor>
            <Status kind="done">On since {momentWords(secondFactorSince)}</Status>
            <Act small kind="danger" onPress={onTakeOff}>
              Take it off
            </Act>
          </Factor>
        ) : null}
      </Detail>
    </Details>
  );
}

const schema = z.object({ passphrase });

function GivePassphrase({ person, onClose }: { person: Who; onClose: () => void }) {
  const toasts = useToasts();
  const trustName = useAtDesk()?.trustName ?? '';
  const form = useOfficeForm({ schema, defaultValues: { passphrase: '' } });
  const typed = useWatch({ control: form.control, name: 'passphrase' });
  const owner: PassphraseOwner = { userName: person.userName, names: [person.name, trustName] };
  return (
    <FormDialog
      title={`Give ${person.name} a new first passphrase`}
      act="Give it"
      keep={false}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await callOffice('access.givePassphrase', {
          personId: person.id,
          passphrase: values.passphrase,
        });
        if (!result.ok) return result.problem;
        toasts.done(`${person.name} has a new first passphrase. Hand it over in person.`);
        onClose();
        return undefined;
      }}
    >
      <p>
        Their present passphrase no longer signs them in. This one is good for one sign-in, at which they
        choose their own. Be sure that it is they who ask.
      </p>
      <PassphraseField
        control={form.control}
        name="passphrase"
        label="First passphrase"
        missing="Enter a first passphrase."
        hint={
          <PassphraseVerdict
            typed={typed}
            owner={owner}
            rules="12 characters or more. Four unrelated words are easy to say and hard to guess. Hand it over in person."
          />
        }
        autoComplete="new-password"
        startHere
      />
    </FormDialog>
  );
}

function TakeFactorOff({ person, onClose }: { person: Who; onClose: () => void }) {
  const toasts = useToasts();
  return (
    <ConfirmDialog
      open
      danger
      title={`Take ${person.name}’s second factor off?`}
      act="Take it off"
      keep="Leave it on"
      onClose={onClose}
      onAct={async () => {
        const result = await callOffice('access.resetSecondFactor', { personId: person.id });
        if (result.ok) toasts.done(`${person.name} signs in with the passphrase alone until it is on again.`);
        else toasts.problem(result.problem);
        onClose();
      }}
    >
      <p>
        For a phone that was lost, with the backup codes. From the next sign-in on their passphrase alone is
        enough, and the backup codes open nothing any more. Be sure that it is they who ask.
      </p>
    </ConfirmDialog>
  );
}

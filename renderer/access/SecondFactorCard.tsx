import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { momentWords } from './moments.ts';
import { AskPassphrase } from './PassphraseDialogs.tsx';
import { BackupCodes, TurnOn } from './SecondFactorDialogs.tsx';

type Shown =
  | { kind: 'turnOn'; begun: Output<'access.beginSecondFactor'> }
  | { kind: 'codes'; codes: string[] }
  | { kind: 'askCodes' }
  | { kind: 'askOff' }
  | null;

/** Whether a code of the phone is asked for after the passphrase, and turning that on and off. */
export function SecondFactorCard({ since, codesLeft }: { since: string | null; codesLeft: number }) {
  const [shown, setShown] = useState<Shown>(null);
  const toasts = useToasts();
  const begin = useWrite('access.beginSecondFactor');
  const turnOn = async () => {
    const result = await begin.run({});
    if (result.ok) setShown({ kind: 'turnOn', begun: result.data });
    else toasts.problem(result.problem);
  };
  const close = () => setShown(null);
  return (
    <Card
      title="Second factor"
      actions={
        since ? (
          <>
            <Act small onPress={() => setShown({ kind: 'askCodes' })}>
              New backup codes
            </Act>
            <Act small kind="danger" onPress={() => setShown({ kind: 'askOff' })}>
              Turn it off
            </Act>
          </>
        ) : (
          <Act small busy={begin.busy} onPress={() => void turnOn()}>
            Turn it on
          </Act>
        )
      }
    >
      {since ? (
        <Details>
          <Detail label="State">
            <Status kind="done">On since {momentWords(since)}</Status>
          </Detail>
          <Detail label="Backup codes">{`${codesLeft} of 10 left`}</Detail>
        </Details>
      ) : (
        <p>
          Off. With it, whoever learns your passphrase still cannot come in without your phone: an
          authenticator app shows a code, and Trust Desk asks for it after the passphrase.
        </p>
      )}
      <Dialogs shown={shown} onShow={setShown} onClose={close} />
    </Card>
  );
}

function Dialogs(props: { shown: Shown; onShow: (shown: Shown) => void; onClose: () => void }) {
  const { shown, onShow, onClose } = props;
  const toasts = useToasts();
  if (shown?.kind === 'turnOn')
    return (
      <TurnOn begun={shown.begun} onCodes={(codes) => onShow({ kind: 'codes', codes })} onClose={onClose} />
    );
  if (shown?.kind === 'codes') return <BackupCodes codes={shown.codes} onClose={onClose} />;
  if (shown?.kind === 'askCodes')
    return (
      <AskPassphrase
        title="New backup codes"
        act="Make ten new codes"
        words="Ten new codes take the place of the old ones, which then open nothing."
        onClose={onClose}
        onPassphrase={async (passphrase) => {
          const result = await callOffice('access.newBackupCodes', { passphrase });
          if (!result.ok) return result.problem;
          onShow({ kind: 'codes', codes: result.data.backupCodes });
          return undefined;
        }}
      />
    );
  if (shown?.kind !== 'askOff') return null;
  return (
    <AskPassphrase
      title="Turn the second factor off?"
      act="Turn it off"
      danger
      words="From the next sign-in on your passphrase alone is enough. The backup codes open nothing any more."
      onClose={onClose}
      onPassphrase={async (passphrase) => {
        const result = await callOffice('access.endSecondFactor', { passphrase });
        if (!result.ok) return result.problem;
        toasts.done('Second factor turned off.');
        onClose();
        return undefined;
      }}
    />
  );
}

import KeyRound from 'lucide-react/icons/key-round';
import { useState } from 'react';
import { access } from '#shared/contract/access.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { callOffice } from '#renderer/office/client.ts';
import { OfficePage } from '#renderer/settings/OfficePage.tsx';
import { DigitsField } from './DigitsField.tsx';
import { NewRecoveryKey } from './NewRecoveryKey.tsx';
import { AskPassphrase } from './PassphraseDialogs.tsx';
import { RekeyCard } from './RekeyCard.tsx';

/** The recovery key, the office's own key, and when the desk locks itself. */
export function KeysPage() {
  const may = usePermissions();
  return (
    <OfficePage part="Keys and lock" subtitle="What opens this office, and when it closes itself.">
      {may('people.manage') ? (
        <PageColumns side={440}>
          <Stack>
            <RecoveryCard />
            <RekeyCard />
          </Stack>
          <Stack>
            <LockCard />
          </Stack>
        </PageColumns>
      ) : (
        <Card label="Keys and lock">
          <EmptyState title="Not with your roles" icon={KeyRound}>
            Only {whoMay('people.manage')} changes the office’s keys and the lock.
          </EmptyState>
        </Card>
      )}
    </OfficePage>
  );
}

function RecoveryCard() {
  const [step, setStep] = useState<'ask' | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const toasts = useToasts();
  return (
    <Card
      title="Recovery key"
      actions={
        <Act small onPress={() => setStep('ask')}>
          Make a new one
        </Act>
      }
    >
      <p>
        It opens the office when every passphrase is forgotten. Make a new one when the paper is lost, or when
        somebody may have seen it. The old one works until the new one is confirmed; to shut out whoever kept
        a copy of the old files too, give the office a new key after it.
      </p>
      {step === 'ask' ? (
        <AskPassphrase
          title="Make a new recovery key"
          act="Make it"
          words="It is shown once. Have paper ready."
          onClose={() => setStep(null)}
          onPassphrase={async (passphrase) => {
            const result = await callOffice('access.newRecoveryKey', { passphrase });
            if (!result.ok) return result.problem;
            setStep(null);
            setMade(result.data.recoveryKey);
            return undefined;
          }}
        />
      ) : null}
      {made ? (
        <NewRecoveryKey
          recoveryKey={made}
          onClose={() => setMade(null)}
          onConfirmed={() => {
            setMade(null);
            toasts.done('The new recovery key counts from now on, and the old one no more.');
          }}
        />
      ) : null}
    </Card>
  );
}

function LockCard() {
  const { data } = useRead('access.status', {});
  if (!data?.lockMinutes) return null;
  return <LockForm key={data.lockMinutes} minutes={data.lockMinutes} />;
}

function LockForm({ minutes }: { minutes: number }) {
  const toasts = useToasts();
  const write = useWrite('access.setLockMinutes');
  const form = useOfficeForm({
    schema: access['access.setLockMinutes'].input,
    defaultValues: { minutes },
  });
  return (
    <Card title="Lock">
      <Form
        form={form}
        label="Lock"
        onSubmit={async (values) => {
          const result = await write.run(values);
          if (!result.ok) return result.problem;
          const quiet = values.minutes === 1 ? 'minute' : 'minutes';
          toasts.done(`Trust Desk locks after ${values.minutes} quiet ${quiet}.`);
          return undefined;
        }}
      >
        <FieldStack>
          <DigitsField
            control={form.control}
            name="minutes"
            label="Quiet minutes before it locks"
            hint="From 1 to 60. It warns first, and any key stays it. It locks at once when the computer sleeps or is locked."
          />
          <div>
            <Act type="submit" busy={form.formState.isSubmitting}>
              Save
            </Act>
          </div>
        </FieldStack>
      </Form>
    </Card>
  );
}

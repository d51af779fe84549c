import { useEffect, useState } from 'react';
import { Act } from '#renderer/components/Act.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Stack } from '#renderer/components/Page.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { Bare } from './Bare.tsx';
import { lastUser } from './lastUser.ts';
import { RecoveryKey } from './RecoveryKey.tsx';
import { setUpInput, setUpSchema, setUpStart } from './setUpForm.ts';
import { AreasCard, InvoicesCard, LetterheadCard, OfficeCard, YouCard } from './SetUpCards.tsx';
import { Foot, Steps } from './SetUpSteps.tsx';

export type SetUpProps = {
  version: string;
  onBack: () => void;
  onReady: () => void;
};

/**
 * Makes the office: one page of questions, then the recovery key, which has to be written down before anything else
 * is shown. Nothing exists until the questions are handed in.
 */
export function SetUp({ version, onBack, onReady }: SetUpProps) {
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (recoveryKey) return <RecoveryKey recoveryKey={recoveryKey} version={version} onReady={onReady} />;
  return <Questions version={version} onBack={onBack} onMade={setRecoveryKey} />;
}

const formName = 'set-up';

function Questions(props: { version: string; onBack: () => void; onMade: (recoveryKey: string) => void }) {
  const { version, onBack, onMade } = props;
  const form = useOfficeForm({ schema: setUpSchema, defaultValues: setUpStart });
  useEffect(() => form.setFocus('trustName'), [form]);
  const isBusy = form.formState.isSubmitting;
  return (
    <Bare
      title="Set up this office"
      lead="Names, addresses and the colour can be changed later, under Office. The number of the first order cannot."
      side={<Steps now={1} />}
      foot={`Version ${version}`}
    >
      <Form
        id={formName}
        form={form}
        keep={false}
        label="Set up this office"
        onSubmit={async (values) => {
          const result = await callOffice('access.setUp', setUpInput(values));
          if (!result.ok) return result.problem;
          lastUser.userName = values.person.userName;
          onMade(result.data.recoveryKey);
          return undefined;
        }}
      >
        <Stack>
          <OfficeCard form={form} />
          <InvoicesCard form={form} />
          <LetterheadCard form={form} />
          <AreasCard form={form} />
          <YouCard form={form} />
          <Foot>
            <span className="words">Next: the recovery key. Have paper ready.</span>
            <Act onPress={onBack} disabled={isBusy}>
              Back
            </Act>
            <Act kind="main" type="submit" keys="Ctrl+Enter" busy={isBusy}>
              Make the office
            </Act>
          </Foot>
        </Stack>
      </Form>
    </Bare>
  );
}

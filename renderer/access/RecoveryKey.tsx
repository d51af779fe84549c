import { styled } from '@mui/material/styles';
import Printer from 'lucide-react/icons/printer';
import { useEffect } from 'react';
import { access } from '#shared/contract/access.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Stack } from '#renderer/components/Page.tsx';
import { callOffice } from '#renderer/office/client.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Bare } from './Bare.tsx';
import { Foot, Steps } from './SetUpSteps.tsx';

const Groups = styled('ol')({
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
  gap: rem(8),
  '@container page (max-width: 46rem)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  '& li': {
    display: 'flex',
    alignItems: 'baseline',
    gap: rem(10),
    padding: `${rem(10)} ${rem(14)}`,
    borderRadius: rem(6),
    border: `1px solid ${look.line}`,
    backgroundColor: look.page,
    fontFamily: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
    fontSize: rem(22),
    lineHeight: rem(30),
    fontWeight: 600,
    letterSpacing: '0.12em',
  },
  '& .at': { fontSize: rem(12), color: look.ink2, letterSpacing: 0, minWidth: rem(16), fontWeight: 400 },
  // On paper: the key alone, in black, on one page.
  '@media print': {
    '& li': {
      breakInside: 'avoid',
      borderColor: '#000000',
      backgroundColor: 'transparent',
      color: '#000000',
    },
  },
});

const Lead = styled('p')({ marginBottom: rem(16), color: look.ink2, textWrap: 'pretty' });
const Short = styled('div')({ maxWidth: rem(360) });
const NotPrinted = styled('div')({ '@media print': { display: 'none' } });
const Acts = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: rem(8),
  marginTop: rem(16),
  '@media print': { display: 'none' },
});

/** A recovery key in large numbered groups. */
export function KeyGroups({ recoveryKey }: { recoveryKey: string }) {
  return (
    <Groups aria-label="Recovery key">
      {recoveryKey.split('-').map((group, at) => (
        <li key={`${at}-${group}`}>
          <span className="at" aria-hidden="true">
            {at + 1}
          </span>
          {group}
        </li>
      ))}
    </Groups>
  );
}

export type RecoveryKeyProps = { recoveryKey: string; version: string; onReady: () => void };

/** The recovery key, once, in large groups; its last group typed back shows that it was written down. */
export function RecoveryKey({ recoveryKey, version, onReady }: RecoveryKeyProps) {
  return (
    <Bare
      title="Write the recovery key down"
      lead="The office is made. This key opens it when every passphrase is forgotten. It is shown now and never again, and nobody can make it out later."
      side={<Steps now={2} />}
      foot={`Version ${version}`}
    >
      <Stack>
        <Card title="Recovery key" note="12 groups of 4">
          <Lead>
            Keep it on paper in a safe, away from this computer. Whoever holds it can read the whole office.
            It has no letter I, L, O or U and no figure 0 or 1.
          </Lead>
          <KeyGroups recoveryKey={recoveryKey} />
          <Acts>
            <Act icon={Printer} onPress={() => window.print()}>
              Print this page
            </Act>
          </Acts>
        </Card>
        <NotPrinted>
          <Confirm onReady={onReady} />
        </NotPrinted>
      </Stack>
    </Bare>
  );
}

function Confirm({ onReady }: { onReady: () => void }) {
  const form = useOfficeForm({
    schema: access['access.confirmRecoveryKey'].input,
    defaultValues: { lastGroup: '' },
  });
  useEffect(() => form.setFocus('lastGroup'), [form]);
  return (
    <Card title="Show that you have it">
      <Form
        form={form}
        keep={false}
        label="Show that you have it"
        onSubmit={async (values) => {
          const result = await callOffice('access.confirmRecoveryKey', values);
          if (!result.ok) return result.problem;
          onReady();
          return undefined;
        }}
      >
        <FieldStack>
          <Short>
            <TextField
              control={form.control}
              name="lastGroup"
              label="Last group of the key"
              missing="Enter the last group of the key."
              hint="Type the four characters of group 12 from your paper."
            />
          </Short>
          <Foot>
            <span className="words">Then the work can begin.</span>
            <Act kind="main" type="submit" busy={form.formState.isSubmitting}>
              I have written it down
            </Act>
          </Foot>
        </FieldStack>
      </Form>
    </Card>
  );
}

import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { access } from '#shared/contract/access.ts';
import type { Output } from '#shared/contract/index.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { callOffice } from '#renderer/office/client.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { QrCode } from './QrCode.tsx';

const Scan = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: rem(20),
  alignItems: 'flex-start',
  '& .words': { flex: 1, minWidth: rem(220) },
  '& p + p': { marginTop: rem(8) },
  '& code': { display: 'block', fontSize: rem(15), letterSpacing: '0.06em', overflowWrap: 'anywhere' },
});

const Codes = styled('ul')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(9rem, 1fr))',
  gap: rem(8),
  marginTop: rem(12),
  '& li': {
    padding: `${rem(8)} ${rem(12)}`,
    borderRadius: rem(6),
    border: `1px solid ${look.line}`,
    backgroundColor: look.page,
    fontFamily: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
    fontSize: rem(15),
  },
});

/** Turns the second factor on: the QR code, a first code back, then the backup codes. */
export function TurnOn(props: {
  begun: Output<'access.beginSecondFactor'>;
  onCodes: (codes: string[]) => void;
  onClose: () => void;
}) {
  const { begun, onCodes, onClose } = props;
  const form = useOfficeForm({
    schema: access['access.confirmSecondFactor'].input,
    defaultValues: { code: '' },
  });
  return (
    <FormDialog
      title="Turn the second factor on"
      act="Turn it on"
      keep={false}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await callOffice('access.confirmSecondFactor', values);
        if (!result.ok) return result.problem;
        onCodes(result.data.backupCodes);
        return undefined;
      }}
    >
      <Scan>
        <QrCode
          text={begun.uri}
          label="QR code for the authenticator app; the key in letters stands beside it"
        />
        <div className="words">
          <p>
            Scan this with an authenticator app on your phone. It shows a new code every half minute, without
            a network.
          </p>
          <p>Or type this key into the app:</p>
          <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </div>
      </Scan>
      <TextField
        control={form.control}
        name="code"
        label="Code that the app shows"
        missing="Enter the code that the app shows."
        hint="Six figures. It is asked for from the next sign-in on."
        autoComplete="one-time-code"
        startHere
      />
    </FormDialog>
  );
}

/** Ten one-time codes, shown once. */
export function BackupCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const [isSure, setSure] = useState(false);
  return (
    <Dialog
      open
      title="Your backup codes"
      onClose={() => (isSure ? onClose() : setSure(true))}
      footer={
        <Act kind="main" onPress={onClose}>
          I have written them down
        </Act>
      }
    >
      <p>
        Each signs you in once when the phone is not at hand. They are shown now and never again. Keep them on
        paper, not beside the phone.
      </p>
      {isSure ? (
        <p role="alert">
          <strong>They are gone once this is closed.</strong> Write them down, or close it again to leave
          them.
        </p>
      ) : null}
      <Codes aria-label="Backup codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Codes>
    </Dialog>
  );
}

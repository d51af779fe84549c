import { useState } from 'react';
import { z } from 'zod';
import { passphrase } from '#shared/contract/access.ts';
import type { PassphraseOwner } from '#shared/domain/passphrase.ts';
import type { Problem } from '#shared/problems.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';
import { useAtDesk } from '#renderer/office/usePermissions.ts';
import { NewPassphrase } from './NewPassphrase.tsx';
import { newPassphraseFields } from './newPassphrase.ts';
import { PassphraseField } from './PassphraseField.tsx';

/** Changes one's own passphrase; the old one is asked for. */
export function ChangePassphrase({ userName, onClose }: { userName: string; onClose: () => void }) {
  const toasts = useToasts();
  const desk = useAtDesk();
  const [owner] = useState<PassphraseOwner>({
    userName,
    names: [desk?.person?.name ?? '', desk?.trustName ?? ''],
  });
  const [schema] = useState(() => newPassphraseFields(owner).and(z.object({ passphrase })));
  const form = useOfficeForm({ schema, defaultValues: { passphrase: '', newPassphrase: '', again: '' } });
  return (
    <FormDialog
      title="Change my passphrase"
      act="Change it"
      keep={false}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await callOffice('access.changePassphrase', {
          passphrase: values.passphrase,
          newPassphrase: values.newPassphrase,
        });
        if (!result.ok) return result.problem;
        toasts.done('Passphrase changed. From now on only the new one signs you in.');
        onClose();
        return undefined;
      }}
    >
      <PassphraseField
        control={form.control}
        name="passphrase"
        label="Present passphrase"
        missing="Enter your present passphrase."
        autoComplete="current-password"
        startHere
      />
      <NewPassphrase control={form.control} owner={owner} />
    </FormDialog>
  );
}

const ownSchema = z.object({ passphrase });

/** Asks for one's own passphrase before something that opens or shuts a way in. */
export function AskPassphrase(props: {
  title: string;
  act: string;
  words: string;
  danger?: boolean;
  onClose: () => void;
  onPassphrase: (passphrase: string) => Promise<Problem | undefined>;
}) {
  const { title, act, words, danger = false, onClose, onPassphrase } = props;
  const form = useOfficeForm({ schema: ownSchema, defaultValues: { passphrase: '' } });
  return (
    <FormDialog
      title={title}
      act={act}
      danger={danger}
      keep={false}
      form={form}
      onClose={onClose}
      onSubmit={(values) => onPassphrase(values.passphrase)}
    >
      <p>{words}</p>
      <PassphraseField
        control={form.control}
        name="passphrase"
        label="Your passphrase"
        missing="Enter your passphrase."
        autoComplete="current-password"
        startHere
      />
    </FormDialog>
  );
}

import { childServices } from '#shared/codes/childServices.ts';
import { contract } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { NewerVersion } from '../plan/NewerVersion.tsx';
import { useFreshVersion } from '../plan/useFreshVersion.ts';
import { useRecord } from '../recordContext.ts';
import type { Service } from './ServicesCard.tsx';

const options = childServices.map(({ code, label, kind }) => ({
  value: code,
  label,
  group: kind === 'UNIVERSAL' ? 'Universal services' : 'Others',
}));

const blank = {
  organisation: '',
  worker: '',
  role: '',
  phone: '',
  email: '',
  address: '',
  from: null,
  to: null,
  crossBorder: false,
};

/** Adds a service working with the child, or changes it (3.3). */
export function ServiceDialog(props: { service: Service | null; onClose: () => void }) {
  const { service: opened, onClose } = props;
  const { record } = useRecord();
  const { run } = useWrite('children.saveService');
  const toasts = useToasts();
  const now = record.services.find((one) => one.id === opened?.id) ?? opened;
  const fresh = useFreshVersion(now?.version ?? 0);
  const form = useOfficeForm({
    schema: contract['children.saveService'].input,
    defaultValues: { ...(opened ?? { ...blank, id: null, version: 0 }), childId: record.id },
  });
  return (
    <FormDialog
      title={opened ? opened.organisation : 'Add a service'}
      form={form}
      act={opened ? 'Save the changes' : 'Add the service'}
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run({ ...values, version: fresh.version });
        if (!result.ok) return fresh.heard(result.problem);
        toasts.done(opened ? 'Service saved.' : `${values.organisation} added.`);
        onClose();
        return undefined;
      }}
    >
      {fresh.isStale && now ? (
        <NewerVersion
          rows={[
            { label: 'Organisation', words: now.organisation },
            { label: 'Who', words: [now.worker, now.role].filter(Boolean).join(', ') },
            { label: 'Telephone', words: now.phone },
            { label: 'Until', words: now.to ? formatDay(now.to) : '' },
          ]}
        />
      ) : null}
      <FieldRow>
        <SelectField name="service" label="Kind" options={options} missing="Choose the kind of service." />
        <TextField name="organisation" label="Organisation" startHere />
      </FieldRow>
      <FieldRow>
        <TextField name="worker" label="Who works there with the child" optional />
        <TextField name="role" label="Their role" optional />
      </FieldRow>
      <FieldRow>
        <TextField name="phone" label="Telephone" type="tel" optional />
        <TextField name="email" label="E-mail" type="email" optional />
      </FieldRow>
      <TextArea name="address" label="Address" rows={2} optional />
      <FieldRow>
        <DateField name="from" label="From" optional />
        <DateField name="to" label="Until" optional />
        <CheckField name="crossBorder" label="In another authority" />
      </FieldRow>
    </FormDialog>
  );
}

import { useState } from 'react';
import { z } from 'zod';
import { contract, type Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { Autocomplete, type Option } from '#renderer/components/form/Autocomplete.tsx';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { agencyWord, type Caf } from '../words.ts';
import { useRecord } from './recordContext.ts';

type Practitioner = Output<'people.list'>['rows'][number];

const appointForm = contract['children.appointLead'].input.extend({
  personId: z.number({ error: 'Choose who leads.' }).int().positive(),
});

async function findPeople(query: string): Promise<(Option & { trainedOn: string | null })[]> {
  const result = await callOffice('people.list', { search: query, sort: 'name', pageSize: 20 });
  if (!result.ok) throw new Error(result.problem.message);
  return result.data.rows.map((row: Practitioner) => ({
    id: row.id,
    label: row.name,
    detail: `${row.jobTitle || agencyWord(row.agency)}, ${row.trainedOn ? 'trained' : 'not trained'}`,
    trainedOn: row.trainedOn,
  }));
}

/** Names the lead professional from a day (domain 3.11); whoever led before steps down the same day. */
export function AppointDialog(props: { caf: Caf; onClose: () => void }) {
  const { caf, onClose } = props;
  const { today } = useRecord();
  const { run } = useWrite('children.appointLead');
  const toasts = useToasts();
  const [trained, setTrained] = useState<string | null | undefined>();
  const form = useOfficeForm({
    schema: appointForm,
    defaultValues: { cafId: caf.id, from: today, agreedByFamily: false, reason: '' },
  });
  return (
    <FormDialog
      title={caf.lead ? 'Change the lead professional' : 'Name the lead professional'}
      form={form}
      act="Name the lead professional"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await run(values);
        if (!result.ok) return result.problem;
        toasts.done('Lead professional named.');
        onClose();
        return undefined;
      }}
    >
      {caf.lead ? <p>{caf.lead.name} steps down on the same day and stays in the history.</p> : null}
      <Autocomplete
        control={form.control}
        name="personId"
        label="Who leads"
        missing="Choose who leads."
        search={findPeople}
        onPick={(option) =>
          setTrained(option && 'trainedOn' in option ? (option.trainedOn as string | null) : undefined)
        }
        none="Nobody in the office is called that."
        startHere
      />
      {trained === undefined ? null : trained === null ? (
        <Status kind="attention">No budget holder’s training: cannot hold a budget yet</Status>
      ) : (
        <Status kind="done">Trained as a budget holder {formatDay(trained)}</Status>
      )}
      <DateField control={form.control} name="from" label="From" />
      <CheckField
        control={form.control}
        name="agreedByFamily"
        label="The family agrees"
        hint="Their wish, trust and the main need guide the choice."
      />
      <TextField
        control={form.control}
        name="reason"
        label={caf.lead ? 'Why it changes' : 'Why this person'}
        optional
      />
    </FormDialog>
  );
}

import { useState } from 'react';
import { z } from 'zod';
import { assurance } from '#shared/contract/assurance.ts';
import type { Output } from '#shared/contract/index.ts';
import { printedHash } from '#shared/domain/audit.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';
import { useRead } from '#renderer/office/useRead.ts';

type Head = Output<'assurance.heads'>['rows'][number];

const columns: Column<Head>[] = [
  { key: 'day', label: 'Day', kind: 'date', cell: (row) => formatDay(row.day) },
  { key: 'seq', label: 'Last line', kind: 'number', cell: (row) => row.seq },
  { key: 'hash', label: 'Begins', kind: 'reference', cell: (row) => printedHash(row.hash).slice(0, 9) },
];

/** Each day's last line with its hash: printed and kept outside, it shows whether the trail was changed since. */
export function Heads() {
  const [page, setPage] = useState(1);
  const [isChecking, setChecking] = useState(false);
  const { data, problem, retry } = useRead('assurance.heads', { page: page - 1 });
  const toasts = useToasts();
  const save = async (day: string) => {
    const result = await window.shell.saveAuditHead(day);
    if (!result.ok) toasts.problem(result.problem);
    else if (result.data) toasts.done(`Saved as ${result.data.name}. Keep it outside the office.`);
  };
  return (
    <Card
      title="Heads of the trail"
      padded={false}
      actions={
        <Act small kind="quiet" onPress={() => setChecking(true)}>
          Check a printed head
        </Act>
      }
    >
      <DataTable
        label="Heads of the trail"
        dense
        columns={columns}
        rows={data?.rows}
        rowKey={(row) => row.day}
        page={{ number: page, size: 50, total: data?.total ?? 0 }}
        onPage={setPage}
        verb={(row) => ({
          label: 'Save as PDF',
          spokenLabel: `Save the head of ${formatDay(row.day)} as PDF`,
          onPress: () => void save(row.day),
        })}
        problem={problem}
        onRetry={retry}
        empty={<EmptyState title="Nothing happened yet" />}
      />
      {isChecking ? <CheckHead onClose={() => setChecking(false)} /> : null}
    </Card>
  );
}

const typed = z.object({
  seq: z.coerce
    .number({ error: 'Enter the number of the line.' })
    .int()
    .min(1, 'Enter the number of the line.'),
  hash: assurance['assurance.checkHead'].input.shape.hash,
});

function CheckHead({ onClose }: { onClose: () => void }) {
  const [found, setFound] = useState<Output<'assurance.checkHead'> | null>(null);
  const form = useOfficeForm({ schema: typed, defaultValues: { seq: '', hash: '' } });
  const submit = async (values: z.output<typeof typed>) => {
    setFound(null);
    const result = await callOffice('assurance.checkHead', values);
    if (!result.ok) return result.problem;
    setFound(result.data);
    return undefined;
  };
  return (
    <FormDialog
      title="Check a printed head"
      form={form}
      onSubmit={submit}
      onClose={onClose}
      act="Check it against the trail"
    >
      <FieldStack>
        <TextField control={form.control} name="seq" label="Line" hint="As printed beside “Last line”." />
        <TextField
          control={form.control}
          name="hash"
          label="Hash"
          hint="Eight groups of four; spaces do not matter."
        />
        {found ? (
          <output>
            <Status kind={found.ok ? 'done' : 'stop'}>{found.sentence}</Status>
          </output>
        ) : null}
      </FieldStack>
    </FormDialog>
  );
}

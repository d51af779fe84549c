import { useState } from 'react';
import type { ReturnData } from '#shared/contract/returns.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { SegmentedChoice } from '#renderer/components/form/Choice.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { callOffice } from '#renderer/office/client.ts';

type Format = 'xlsx' | 'csv' | 'pdf';
const formats = [
  { value: 'xlsx', label: 'Excel (XLSX)' },
  { value: 'csv', label: 'CSV' },
  { value: 'pdf', label: 'PDF' },
];

type Outcome = { name: string | null; problem: Problem | null };

/** Writes the return where the person chooses; the window never learns the path. */
async function exportAs(data: ReturnData, format: Format): Promise<Outcome> {
  if (format === 'pdf') {
    const result = await window.shell.saveReturnPdf(data.period, data.profile);
    return result.ok
      ? { name: result.data?.name ?? null, problem: null }
      : { name: null, problem: result.problem };
  }
  const chosen = await window.shell.pickSave({
    suggestedName: `Return ${data.period} ${data.profile}.${format}`,
    extension: format,
  });
  if (!chosen.ok) return { name: null, problem: chosen.problem };
  if (!chosen.data) return { name: null, problem: null };
  const result = await callOffice('returns.export', {
    period: data.period,
    profile: data.profile,
    format,
    file: chosen.data.token,
  });
  return result.ok ? { name: chosen.data.name, problem: null } : { name: null, problem: result.problem };
}

/** Which file the return becomes; the figures are the page's, cell for cell. */
export function ExportDialog({ data, onClose }: { data: ReturnData; onClose: () => void }) {
  const [format, setFormat] = useState<Format>('xlsx');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const toasts = useToasts();
  const press = async () => {
    setBusy(true);
    const outcome = await exportAs(data, format);
    setBusy(false);
    setProblem(outcome.problem);
    if (!outcome.name) return;
    toasts.done(`Saved as ${outcome.name}.`);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Export the return ${data.period}`}
      width={520}
      footer={
        <>
          <Act onPress={onClose}>Go back</Act>
          <Act kind="main" keys="Ctrl+Enter" busy={busy} onPress={() => void press()}>
            {`Save the ${format.toUpperCase()}`}
          </Act>
        </>
      }
    >
      {problem ? <ProblemAlert problem={problem} /> : null}
      <SegmentedChoice
        id="format"
        name="format"
        label="Format"
        options={formats}
        value={format}
        onChange={(value) =>
          setFormat(
            formats.find((one) => one.value === value)?.value === 'csv'
              ? 'csv'
              : value === 'pdf'
                ? 'pdf'
                : 'xlsx',
          )
        }
      />
      <p style={{ marginTop: '1rem' }}>
        {data.profile === 'internal' ? (
          <Status kind="attention">
            Exact figures. Marked {data.classification}: keep it inside the office.
          </Status>
        ) : (
          <Status kind="done">Small numbers are hidden. It may leave the office.</Status>
        )}
      </p>
    </Dialog>
  );
}

import { contract } from '#shared/contract/index.ts';
import { elements } from '#shared/codes/elements.ts';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { focusFirstStop, GateList, type GateItem } from '#renderer/components/GateList.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { consentState } from '../../consentState.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import type { Caf } from '../../words.ts';
import { useRecord } from '../recordContext.ts';

/** What finishing needs, each with whether it is there. The office judges again. */
function needs(caf: Caf, unsaved: boolean, today: string): GateItem[] {
  const consent = consentState(caf.consents, today);
  const written = caf.elements?.length ?? 0;
  const hasComments = (caf.childComment ?? '') !== '' && (caf.parentComment ?? '') !== '';
  return [
    consent.assess && consent.store
      ? { id: 'consent', verdict: 'pass', sentence: 'Consent to assess and to store' }
      : {
          id: 'consent',
          verdict: 'stop',
          sentence: 'Consent to assess and to store is missing.',
          detail: 'Record it under Consent & sharing.',
        },
    hasComments && !unsaved
      ? { id: 'comments', verdict: 'pass', sentence: 'The child’s and the parents’ comments' }
      : {
          id: 'comments',
          verdict: 'stop',
          sentence: unsaved
            ? 'The comments are not saved yet.'
            : 'The child’s or the parents’ comment is missing.',
          detail: 'Declining to comment is an answer. Blank is not.',
        },
    written === 0
      ? { id: 'elements', verdict: 'stop', sentence: 'No element is written yet.' }
      : written < elements.length
        ? {
            id: 'elements',
            verdict: 'warn',
            sentence: `${elements.length - written} of ${elements.length} elements have nothing on them.`,
            detail: 'Not every element needs a comment.',
          }
        : { id: 'elements', verdict: 'pass', sentence: 'All elements looked at' },
  ];
}

/** Finishes the assessment, once what it needs is there. */
export function FinishDialog(props: { caf: Caf; unsaved: boolean; onClose: () => void }) {
  const { caf, unsaved, onClose } = props;
  const { today } = useRecord();
  const { run } = useWrite('children.completeAssessment');
  const toasts = useToasts();
  const gates = needs(caf, unsaved, today);
  const stops = gates.filter((gate) => gate.verdict === 'stop').length;
  const form = useOfficeForm({
    schema: contract['children.completeAssessment'].input,
    defaultValues: { cafId: caf.id, version: caf.version, completedOn: today },
  });
  return (
    <FormDialog
      title="Finish the assessment"
      note={stops === 0 ? undefined : stops === 1 ? '1 stop first' : `${stops} stops first`}
      form={form}
      act="Finish the assessment"
      onClose={onClose}
      onSubmit={async (values) => {
        if (stops > 0 && focusFirstStop()) return undefined;
        const result = await run({ ...values, version: caf.version });
        if (!result.ok) return result.problem;
        toasts.done('Assessment finished. Next: the plan.');
        onClose();
        return undefined;
      }}
    >
      <GateList gates={gates} title="What it needs" />
      <DateField control={form.control} name="completedOn" label="Finished on" />
    </FormDialog>
  );
}

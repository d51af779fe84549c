import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { consentKindCodes } from '#shared/domain/consent.ts';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { blankConsent, consentAnswers, consentEvents, ConsentFields } from '../ConsentFields.tsx';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { consentState } from '../consentState.ts';
import type { Caf } from '../words.ts';
import { useRecord } from './recordContext.ts';

/** What is recorded: consent, or that it is taken back. */
export type ConsentAct = 'give' | 'withdraw';

const kindOptions = [
  { value: 'TO_SHARE', label: 'To share with agencies' },
  { value: 'VARY', label: 'Change which agencies may see it' },
  { value: 'TO_STORE', label: 'To store' },
  { value: 'TO_ASSESS', label: 'To assess' },
  { value: 'TO_SPEND_VISIBILITY', label: 'To tell a provider who a service is for' },
] as const;

const form = consentAnswers.extend({
  kind: z.enum(consentKindCodes),
});

/** Adds one event of consent to the CAF. A withdrawal says what follows from it before it is recorded (BR-05). */
export function ConsentDialog(props: { caf: Caf; act: ConsentAct; onClose: () => void }) {
  const { caf, act, onClose } = props;
  const { today } = useRecord();
  const { run } = useWrite('children.recordConsent');
  const toasts = useToasts();
  const now = consentState(caf.consents, today);
  const isEnd = act === 'withdraw';
  const consent = useOfficeForm({
    schema: form,
    defaultValues: {
      ...blankConsent(today),
      kind: isEnd ? 'WITHDRAW' : now.share ? 'VARY' : 'TO_SHARE',
      agenciesAgreed: now.agreed,
      agenciesExcluded: now.excluded,
    },
  });
  const kind = useWatch({ control: consent.control, name: 'kind' });
  return (
    <FormDialog
      title={isEnd ? 'Record that consent is withdrawn' : 'Record consent'}
      form={consent}
      act={isEnd ? 'Record the withdrawal' : 'Record the consent'}
      danger={isEnd}
      width={720}
      onClose={onClose}
      onSubmit={async ({ kind: chosen, ...answers }) => {
        const [event] = consentEvents(answers, [chosen]);
        if (!event) return undefined;
        const result = await run({ cafId: caf.id, consent: event });
        if (!result.ok) return plainField(result.problem);
        toasts.done(
          isEnd ? 'Withdrawal recorded. Nothing more is written, bought or shared.' : 'Consent recorded.',
        );
        onClose();
        return undefined;
      }}
    >
      {isEnd ? (
        <p>
          Work on this CAF stops: nothing more is written, bought or shared. What was lawfully shared before
          stays, and the record is kept.
        </p>
      ) : (
        <SelectField
          control={consent.control}
          name="kind"
          startHere
          label="What it is for"
          options={[...kindOptions]}
        />
      )}
      <ConsentFields sharing={kind === 'TO_SHARE' || kind === 'VARY'} explain={!isEnd} />
    </FormDialog>
  );
}

/** The office names `consent.signedOn`; here the field is `signedOn`. */
export function plainField<P extends { field?: string | undefined }>(problem: P): P {
  const field = problem.field?.replace(/^consents?\.(\d+\.)?/, '');
  return field === undefined ? problem : { ...problem, field };
}

import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { agencies } from '#shared/codes/agencies.ts';
import { contactSources } from '#shared/codes/contactSources.ts';
import { contract } from '#shared/contract/index.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Stack } from '#renderer/components/Page.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { elementAt } from './addresses.ts';
import { blankConsent, consentAnswers, consentEvents, ConsentFields } from './ConsentFields.tsx';
import { plainField } from './record/ConsentDialog.tsx';
import { useRecord } from './record/recordContext.ts';
import { RecordTab } from './record/RecordTab.tsx';
import { WideRow } from './WideRow.tsx';
import { agencyOptions, isOpen, levelOptions } from './words.ts';

const openForm = contract['children.openCaf'].input
  .omit({ consents: true })
  .extend({
    ...consentAnswers.shape,
    level: z.number({ error: 'Choose the level of need.' }).int().min(1).max(4),
    toAssess: z.literal(true, { error: 'Without consent to assess there is no CAF.' }),
    toStore: z.literal(true, { error: 'Without consent to store nothing may be kept.' }),
    toShare: z.boolean(),
  })
  .superRefine((values, context) => {
    if (values.toShare && values.agenciesAgreed.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['agenciesAgreed'],
        message: 'Choose at least one agency, or take away the tick for sharing.',
      });
  });
type OpenCaf = z.output<typeof openForm>;

const sourceOptions = contactSources.map(({ code, label }) => ({ value: code, label }));

/** Opens a CAF with the consent it rests on (BR-02): nothing is stored without. */
export function OpenCafPage() {
  const { record, canChange } = useRecord();
  const mayOpen = canChange && !isOpen(record.caf);
  if (mayOpen) return <OpenCafForm />;
  return (
    <RecordTab>
      <Card label="Open the CAF">
        No CAF can be opened here: one is open already, or your role only reads this record.
      </Card>
    </RecordTab>
  );
}

function OpenCafForm() {
  const { record, today, at } = useRecord();
  const { run } = useWrite('children.openCaf');
  const formId = useId();
  const navigate = useNavigate();
  const toasts = useToasts();
  const form = useOfficeForm({
    schema: openForm,
    defaultValues: {
      ...blankConsent(today),
      childId: record.id,
      contactSource: '',
      initiatingAgency: '',
      reason: '',
      startOn: today,
      teamId: null,
      toShare: false,
    },
  });
  const guard = useUnsavedGuard({ dirty: form.formState.isDirty, what: 'this CAF' });
  const save = async (values: OpenCaf) => {
    const { toShare, childId, contactSource, initiatingAgency, reason, level, startOn, teamId } = values;
    const kinds = ['TO_ASSESS', 'TO_STORE', ...(toShare ? (['TO_SHARE'] as const) : [])] as const;
    const consents = consentEvents(consentAnswers.parse(values), kinds);
    const result = await run({
      childId,
      contactSource,
      initiatingAgency,
      reason,
      level,
      startOn,
      teamId,
      consents,
    });
    if (!result.ok) return plainField(result.problem);
    toasts.done(`${result.data.reference} opened. Now the assessment.`);
    await navigate({ ...linkProps(elementAt(record.id, 'D1')), ignoreBlocker: true });
    return undefined;
  };
  return (
    <RecordTab
      footer={<span>The CAF gets its reference when it is opened.</span>}
      footerEnd={
        <>
          <Act to={at()}>Leave it</Act>
          <Act kind="main" type="submit" form={formId} keys="Ctrl+Enter" busy={form.formState.isSubmitting}>
            Open the CAF
          </Act>
        </>
      }
    >
      {guard}
      <Form id={formId} form={form} onSubmit={save} label="Open the CAF">
        <Stack>
          <Card title={record.caf ? 'Open a new episode' : 'Open the CAF'}>
            <CafFields
              onSource={(source) =>
                suggestAgency(source, (agency) => form.setValue('initiatingAgency', agency))
              }
            />
          </Card>
          <ConsentCard />
        </Stack>
      </Form>
    </RecordTab>
  );
}

/** An agency that only one source stands for is as good as chosen; a person may choose another. */
function suggestAgency(source: unknown, choose: (agency: string) => void): void {
  const fitting = agencies.filter((agency) => agency.source === source);
  const [only] = fitting;
  if (fitting.length === 1 && only) choose(only.code);
}

function CafFields(props: { onSource: (source: unknown) => void }) {
  const { record } = useRecord();
  const teams =
    useRead('settings.areas', {}).data?.teams.filter((team) => team.areaId === record.areaId) ?? [];
  return (
    <FieldStack>
      <FieldRow>
        <SelectField
          name="contactSource"
          label="Who raised the need"
          startHere
          options={sourceOptions}
          onValue={props.onSource}
        />
        <SelectField
          name="initiatingAgency"
          label="Agency that begins it"
          missing="Choose the agency that begins it."
          options={agencyOptions}
        />
        {teams.length > 0 ? (
          <SelectField
            name="teamId"
            label="Team"
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
            blank="No team"
            optional
          />
        ) : null}
      </FieldRow>
      <TextArea
        name="reason"
        label="What led to the assessment"
        hint="In a few sentences. A CAF is not a referral, and not a promise of a service."
        rows={3}
        missing="Write what led to the assessment."
      />
      <WideRow>
        <Choice name="level" label="Level of need" options={levelOptions} />
        <DateField name="startOn" label="Started on" />
      </WideRow>
    </FieldStack>
  );
}

function ConsentCard() {
  const sharing: unknown = useWatch({ name: 'toShare' });
  return (
    <Card title="Consent" note="A CAF is voluntary. Nothing beyond the offer is kept without it.">
      <FieldStack>
        <FieldRow>
          <CheckField
            name="toAssess"
            label="To assess"
            hint="They agree to talk about strengths and needs."
          />
          <CheckField name="toStore" label="To store" hint="They agree that it is kept in this office." />
          <CheckField name="toShare" label="To share" hint="With the agencies named below, no others." />
        </FieldRow>
        <ConsentFields sharing={sharing === true} />
      </FieldStack>
    </Card>
  );
}

import { useNavigate } from '@tanstack/react-router';
import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import { useId, useState } from 'react';
import { contract, type Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { MergeField, MergeSide } from '#shared/domain/merge.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useWrite } from '#renderer/office/useWrite.ts';
import { mergeAt, recordAt } from '../addresses.ts';
import { MergeTable } from './MergeTable.tsx';
import { NotSameDialog } from './NotSameDialog.tsx';

type Compared = Output<'children.compare'>;

/** The answers of two records beside each other, a choice for each, and the act. */
export function MergeForm(props: { compared: Compared; crumbs: { label: string; to?: string }[] }) {
  const { compared, crumbs } = props;
  const { kept, gone, fields, twoOpen, stops } = compared;
  const { run } = useWrite('children.merge');
  const navigate = useNavigate();
  const toasts = useToasts();
  const formId = useId();
  const [choices, setChoices] = useState<Partial<Record<MergeField, MergeSide>>>({});
  const [isJudging, setJudging] = useState(false);
  const form = useOfficeForm({
    schema: contract['children.merge'].input.superRefine((values, context) => {
      if (twoOpen && values.goesOn === null)
        context.addIssue({ code: 'custom', path: ['goesOn'], message: 'Choose the CAF that goes on.' });
    }),
    defaultValues: {
      keptId: kept.id,
      keptVersion: kept.version,
      goneId: gone.id,
      goneVersion: gone.version,
      goesOn: null,
      reason: '',
    },
  });
  const guard = useUnsavedGuard({ dirty: form.formState.isDirty, what: 'this comparison' });
  const chosen = Object.fromEntries(
    fields.map((each) => [each.field, choices[each.field] ?? each.suggested]),
  ) as Partial<Record<MergeField, MergeSide>>;
  return (
    <Page
      title="Compare two records"
      crumbs={crumbs}
      subtitle={
        compared.why.length > 0 ? compared.why.join(' · ') : 'Nothing says by itself that they are one child.'
      }
      actions={
        <Act icon={ArrowLeftRight} to={mergeAt(gone.id, kept.id)} keys="Alt+W">
          Keep the other record
        </Act>
      }
      footer={<span>It can be undone for 30 days.</span>}
      footerEnd={
        <>
          <Act onPress={() => setJudging(true)}>Not the same child</Act>
          <Act
            kind="main"
            type="submit"
            form={formId}
            keys="Ctrl+Enter"
            disabled={stops.length > 0}
            busy={form.formState.isSubmitting}
          >
            Make them one record
          </Act>
        </>
      }
    >
      {guard}
      <Form
        id={formId}
        form={form}
        label="Make two records one"
        onSubmit={async (values) => {
          const result = await run({ ...values, choices: chosen });
          if (!result.ok) return result.problem;
          toasts.done('One record now. It can be undone for 30 days.');
          await navigate({ ...linkProps(recordAt(result.data.id)), ignoreBlocker: true });
          return undefined;
        }}
      >
        <Stack>
          {stops.map((stop) => (
            <Card key={stop} label="What stands in the way">
              <Status kind="stop">{stop}</Status>
            </Card>
          ))}
          <MergeTable
            compared={compared}
            chosen={chosen}
            onChoose={(field, side) => setChoices((old) => ({ ...old, [field]: side }))}
          />
          <Card title="Make them one">
            <FieldStack>
              {twoOpen ? <GoesOnField compared={compared} /> : null}
              <TextField
                name="reason"
                label="How you know that they are one child"
                hint="Kept with the merge, for whoever asks later."
                missing="Say how you know that they are one child."
              />
            </FieldStack>
          </Card>
        </Stack>
      </Form>
      {isJudging ? <JudgeThese compared={compared} onClose={() => setJudging(false)} /> : null}
    </Page>
  );
}

/** Both have an open CAF, and a child has one: which goes on? */
function GoesOnField(props: { compared: Compared }) {
  const { kept, gone } = props.compared;
  const open = [...kept.cafs, ...gone.cafs].filter((caf) => caf.closedOn === null);
  return (
    <Choice
      name="goesOn"
      label="Which CAF goes on"
      hint="The other is closed as opened in error, which no return counts. Its plan stays readable, and its issued orders run on to their end; requests not issued yet have to be issued or withdrawn first."
      options={open.map((caf) => ({
        value: caf.id,
        label: `${caf.reference}, since ${formatDay(caf.startOn)}`,
      }))}
    />
  );
}

function JudgeThese(props: { compared: Compared; onClose: () => void }) {
  const { kept, gone } = props.compared;
  const row = (side: Compared['kept']) => ({
    id: side.id,
    name: side.name,
    neutralRef: side.neutralRef,
    dob: side.dob,
    expectedOn: side.expectedOn,
    area: side.area,
    cafId: null,
    cafReference: null,
    cafStatus: null,
    level: null,
    leadProfessional: null,
    nextReviewOn: null,
  });
  return (
    <NotSameDialog
      pair={{ first: row(kept), second: row(gone), score: 0, why: [], foundOn: '', notSame: null }}
      onClose={props.onClose}
    />
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { addDays, isDay } from '#shared/domain/dates.ts';
import { rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { CommentField } from '../../CommentField.tsx';
import { callName, levelOptions, meetingDecisions, meetingKinds, type Caf } from '../../words.ts';
import { WideRow } from '../../WideRow.tsx';
import { useRecord } from '../recordContext.ts';
import { COMMENTS } from '../assessment/elementText.ts';
import { RecordTab } from '../RecordTab.tsx';

type Meeting = z.output<(typeof contract)['children.holdMeeting']['input']>;

const laterKinds = [
  { value: 'REVIEW', label: 'Review' },
  { value: 'CLOSURE', label: 'Closing meeting' },
];
const decisions = Object.entries(meetingDecisions).map(([value, label]) => ({ value, label }));

/** Records a meeting of the team around the child: who came, what both said, what was decided, when next. */
export function MeetingPage() {
  const { record, canWrite } = useRecord();
  const { caf } = record;
  if (caf?.completedOn && caf.lead && canWrite) return <MeetingForm caf={caf} />;
  return <RecordTab>{caf ? <NotYet caf={caf} /> : null}</RecordTab>;
}

/** What must be done before a team can meet (BR-09). */
function NotYet(props: { caf: Caf }) {
  const { caf } = props;
  const { canWrite, at, atElement } = useRecord();
  if (!canWrite)
    return (
      <Card label="Meeting">
        No meeting can be recorded here: the CAF is closed, consent is withdrawn, or your role only reads it.
      </Card>
    );
  if (caf.completedOn === null)
    return (
      <Card label="Meeting">
        <EmptyState
          title="Finish the assessment first"
          action={<Act to={atElement(COMMENTS)}>Go on with the assessment</Act>}
        >
          The team meets about a finished assessment, with what the child and the parents say of it.
        </EmptyState>
      </Card>
    );
  return (
    <Card label="Meeting">
      <EmptyState title="Name a lead professional first" action={<Act to={at('team')}>Open the team</Act>}>
        A live plan has one person who leads it.
      </EmptyState>
    </Card>
  );
}

function useMeetingForm(caf: Caf) {
  const { today } = useRecord();
  return useOfficeForm({
    schema: contract['children.holdMeeting'].input,
    defaultValues: {
      cafId: caf.id,
      version: caf.version,
      kind: caf.tacFormedOn === null ? 'INITIAL' : 'REVIEW',
      heldOn: today,
      attended: '',
      notes: '',
      childComment: '',
      parentComment: '',
      decision: 'continue',
      level: caf.level,
      nextReviewOn: null,
    },
  });
}

function MeetingForm(props: { caf: Caf }) {
  const { caf } = props;
  const { at } = useRecord();
  const { run } = useWrite('children.holdMeeting');
  const formId = useId();
  const navigate = useNavigate();
  const toasts = useToasts();
  const form = useMeetingForm(caf);
  const guard = useUnsavedGuard({ dirty: form.formState.isDirty, what: 'this meeting' });
  const save = async (values: Meeting) => {
    const isEnd = values.decision === 'close';
    const nextReviewOn = isEnd ? null : values.nextReviewOn;
    const result = await run({ ...values, version: caf.version, nextReviewOn });
    if (!result.ok) return result.problem;
    toasts.done(isEnd ? 'Meeting recorded. The CAF can now be closed.' : 'Meeting recorded.');
    await navigate({ ...linkProps(at('plan')), ignoreBlocker: true });
    return undefined;
  };
  return (
    <RecordTab
      footerEnd={
        <>
          <Act to={at('plan')}>Leave it</Act>
          <Act kind="main" type="submit" form={formId} keys="Ctrl+Enter" busy={form.formState.isSubmitting}>
            Record the meeting
          </Act>
        </>
      }
    >
      {guard}
      <Form id={formId} form={form} onSubmit={save} label="Record a meeting">
        <Card title={caf.tacFormedOn === null ? meetingKinds.INITIAL : 'Record a meeting'}>
          <MeetingFields isFirst={caf.tacFormedOn === null} />
        </Card>
      </Form>
    </RecordTab>
  );
}

function MeetingFields(props: { isFirst: boolean }) {
  const { record } = useRecord();
  const { setValue } = useFormContext();
  const decision: unknown = useWatch({ name: 'decision' });
  const name = callName(record);
  return (
    <FieldStack>
      <FieldRow>
        {props.isFirst ? null : (
          <Choice
            name="kind"
            label="Kind of meeting"
            options={laterKinds}
            onValue={(kind) => kind === 'CLOSURE' && setValue('decision', 'close')}
          />
        )}
        <DateField name="heldOn" label="Held on" weekday />
      </FieldRow>
      <FieldRow>
        <TextArea
          name="attended"
          startHere
          label="Who came"
          rows={2}
          optional
          hint="With their agency; say who sent apologies."
        />
        <TextArea
          name="notes"
          label="What was said, and next steps"
          rows={2}
          optional
          hint="Facts and agreements."
        />
      </FieldRow>
      <FieldRow>
        <CommentField
          name="childComment"
          label={name === 'the child' ? 'The child’s comment' : `${name}’s comment`}
          missing="Write what the child says, or tick that they declined."
        />
        <CommentField
          name="parentComment"
          label="Parents’ or carers’ comment"
          missing="Write what the parents say, or tick that they declined."
        />
      </FieldRow>
      <WideRow>
        <Choice name="decision" label="Decision" options={decisions} />
        <Choice name="level" label="Level of need now" options={levelOptions} />
      </WideRow>
      {decision === 'close' ? null : <NextReviewField />}
    </FieldStack>
  );
}

/** The day of the next review, with the usual weeks of the office's policy at a press. */
function NextReviewField() {
  const { today } = useRecord();
  const { setValue, getValues } = useFormContext();
  const weeks = useRead('settings.policy', {}).data?.reviewWeeks;
  const fill = () => {
    const held: unknown = getValues('heldOn');
    const from = typeof held === 'string' && isDay(held) ? held : today;
    setValue('nextReviewOn', addDays(from, (weeks ?? 0) * 7), { shouldDirty: true });
  };
  return (
    <div style={{ maxWidth: rem(420) }}>
      <DateField
        name="nextReviewOn"
        label="Next review"
        weekday
        missing="Enter the day of the next review."
        hint={weeks ? `Within ${weeks} weeks.` : undefined}
        hintEnd={
          weeks ? (
            <Act kind="text" small onPress={fill}>
              {`In ${weeks} weeks`}
            </Act>
          ) : undefined
        }
      />
    </div>
  );
}

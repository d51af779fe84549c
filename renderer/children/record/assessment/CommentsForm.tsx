import { useId, useState } from 'react';
import { contract } from '#shared/contract/index.ts';
import { elements } from '#shared/codes/elements.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Status } from '#renderer/components/Status.tsx';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { CommentField } from '../../CommentField.tsx';
import { callName, type Caf } from '../../words.ts';
import { useRecord } from '../recordContext.ts';
import { FootActs, StepArrows } from './ElementFoot.tsx';
import { COMMENTS } from './elementText.ts';
import { FinishDialog } from './FinishDialog.tsx';
import { StepSheet } from './StepSheet.tsx';

/** What the child and the parents say of the assessment (BR-11), and the way to finish it. */
export function CommentsForm(props: { caf: Caf; onGo: (step: string) => void }) {
  const { caf, onGo } = props;
  const { record, canWrite } = useRecord();
  const { run } = useWrite('children.saveComments');
  const toasts = useToasts();
  const id = useId();
  const [isFinishing, setFinishing] = useState(false);
  const values = { childComment: caf.childComment ?? '', parentComment: caf.parentComment ?? '' };
  const form = useOfficeForm({
    schema: contract['children.saveComments'].input,
    defaultValues: { cafId: caf.id, version: caf.version, ...values },
  });
  const { isDirty } = form.formState;
  const guard = useUnsavedGuard({ dirty: isDirty, what: 'these comments' });
  const name = callName(record);
  return (
    <StepSheet
      code={COMMENTS}
      lead="To finish"
      title={name === 'the child' ? 'What the child and parents say' : `What ${name} and the parents say`}
      foot={
        <>
          <span style={{ flex: '1 1 auto' }}>
            <FinishedWords caf={caf} />
          </span>
          <FootActs>
            <StepArrows step={COMMENTS} onGo={onGo} />
            {canWrite ? (
              <Act type="submit" form={id} busy={form.formState.isSubmitting} keys="Ctrl+Enter">
                Save the comments
              </Act>
            ) : null}
            {canWrite && caf.completedOn === null ? (
              <Act kind="main" onPress={() => setFinishing(true)}>
                Finish the assessment
              </Act>
            ) : null}
          </FootActs>
        </>
      }
    >
      {guard}
      {isFinishing ? <FinishDialog caf={caf} unsaved={isDirty} onClose={() => setFinishing(false)} /> : null}
      <div style={{ padding: `${rem(16)} ${rem(20)} ${rem(20)}` }}>
        <Form
          id={id}
          form={form}
          label="Comments"
          onSubmit={async (typed) => {
            const result = await run({ ...typed, version: caf.version });
            if (!result.ok) return result.problem;
            form.reset({ ...typed, version: result.data.version });
            toasts.done('Comments saved.');
            return undefined;
          }}
        >
          <FieldStack>
            <CommentField
              control={form.control}
              name="childComment"
              label={
                name === 'the child'
                  ? 'The child’s comment, in their own words'
                  : `${name}’s comment, in their own words`
              }
              missing="Write what the child says, or tick that they declined."
              readOnly={!canWrite}
              rows={3}
            />
            <CommentField
              control={form.control}
              name="parentComment"
              label="Parents’ or carers’ comment"
              missing="Write what the parents say, or tick that they declined."
              readOnly={!canWrite}
              rows={3}
            />
          </FieldStack>
        </Form>
      </div>
    </StepSheet>
  );
}

function FinishedWords(props: { caf: Caf }) {
  const { caf } = props;
  if (caf.completedOn) return <Status kind="done">Finished {formatDay(caf.completedOn)}</Status>;
  const written = caf.elements?.length ?? 0;
  return (
    <Status kind="notStarted">
      {written} of {elements.length} elements written
    </Status>
  );
}

import { useEffect, useId, useMemo, type ReactNode } from 'react';
import type { z } from 'zod';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useRecord } from '../record/recordContext.ts';
import {
  fieldLabels,
  fieldsOf,
  fieldWords,
  partForm,
  partTitles,
  settled,
  type Part,
  type Values,
} from './parts.ts';
import { TwoVersions } from './TwoVersions.tsx';
import { usePart } from './usePart.ts';

type Shape = z.ZodType<Record<string, unknown>, Record<string, unknown>>;

/** What a part's form begins with. */
function shown(part: Part, values: Values): Record<string, unknown> {
  const own = Object.fromEntries(fieldsOf(part).map((field) => [field, values[field]]));
  return part === 'who' ? { ...own, unborn: values.dob === null } : own;
}

/** One part of the details, saved by itself. */
export function PartForm(props: {
  part: Part;
  values: Values;
  onDirty: (part: Part, dirty: boolean) => void;
  children: ReactNode;
}) {
  const { part, values, onDirty, children } = props;
  const { record, today } = useRecord();
  const toasts = useToasts();
  const formId = useId();
  const areas = useRead('settings.areas', {}).data?.areas ?? [];
  const schema = useMemo(() => partForm(part, values, today) as unknown as Shape, [part, values, today]);
  const form = useOfficeForm({
    schema,
    defaultValues: shown(part, values),
  });
  const saving = usePart(part, { values, version: record.version }, (saved) => {
    form.reset(shown(part, saved));
    toasts.done(`Saved: ${partTitles[part].toLowerCase()}.`);
  });
  const { isDirty } = form.formState;
  useEffect(() => onDirty(part, isDirty), [part, isDirty, onDirty]);
  const { clash } = saving;
  return (
    <Card
      title={partTitles[part]}
      footer={
        <>
          <Act
            kind={isDirty ? 'main' : 'quiet'}
            type="submit"
            form={formId}
            busy={form.formState.isSubmitting}
            spokenLabel={`Save: ${partTitles[part].toLowerCase()}`}
          >
            Save this part
          </Act>
          {isDirty ? <span>Not saved yet.</span> : null}
        </>
      }
    >
      <Form
        id={formId}
        form={form}
        onSubmit={(given) => saving.save({ ...saving.opened.values, ...settled(given) })}
        label={partTitles[part]}
      >
        <FieldStack>
          {clash ? (
            <TwoVersions
              clashes={clash.fields.map((field) => ({
                field,
                label: fieldLabels[field],
                mine: fieldWords(field, clash.mine[field], areas),
                theirs: fieldWords(field, clash.theirs.values[field], areas),
              }))}
              settled={clash.settled}
              onChoose={saving.choose}
              onSave={() => void saving.settle()}
              busy={saving.busy}
            />
          ) : null}
          {children}
        </FieldStack>
      </Form>
    </Card>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import type { z } from 'zod';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Stack } from '#renderer/components/Page.tsx';
import { linkProps } from '#renderer/components/RouteLink.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useWrite } from '#renderer/office/useWrite.ts';
import { ChildFields } from './ChildFields.tsx';
import { NewerVersion } from './record/plan/NewerVersion.tsx';
import { useFreshVersion } from './record/plan/useFreshVersion.ts';
import { useRecord } from './record/recordContext.ts';
import { RecordTab } from './record/RecordTab.tsx';
import { detailsForm } from './start/registerForm.ts';
import { bornWords, childName } from './words.ts';

type Details = z.output<typeof detailsForm>;

/** Changes what is known of the child: name, birth, address, school, area. */
export function DetailsPage() {
  const { canChange } = useRecord();
  if (canChange) return <DetailsForm />;
  return (
    <RecordTab>
      <Card label="Details">Your role only reads this record.</Card>
    </RecordTab>
  );
}

function DetailsForm() {
  const { record, at } = useRecord();
  const { run } = useWrite('children.save');
  const fresh = useFreshVersion(record.version);
  const formId = useId();
  const navigate = useNavigate();
  const toasts = useToasts();
  const { id, version, givenNames, familyName, knownAs, sex, dob, expectedOn } = record;
  const { address, postcode, phone, school, ethnicity, disabled, areaId } = record;
  const form = useOfficeForm({
    schema: detailsForm,
    defaultValues: {
      id,
      version,
      givenNames,
      familyName,
      knownAs,
      sex,
      dob,
      expectedOn,
      unborn: dob === null,
      address,
      postcode,
      phone,
      school,
      ethnicity,
      disabled,
      areaId,
    },
  });
  const guard = useUnsavedGuard({ dirty: form.formState.isDirty, what: 'these details' });
  const save = async ({ unborn, ...values }: Details) => {
    const born = unborn ? { dob: null } : { expectedOn: null };
    const result = await run({ ...values, ...born, version: fresh.version });
    if (!result.ok) return fresh.heard(result.problem);
    toasts.done('Details saved.');
    await navigate({ ...linkProps(at()), ignoreBlocker: true });
    return undefined;
  };
  return (
    <RecordTab
      footerEnd={
        <>
          <Act to={at()}>Leave it</Act>
          <Act kind="main" type="submit" form={formId} keys="Ctrl+Enter" busy={form.formState.isSubmitting}>
            Save the details
          </Act>
        </>
      }
    >
      {guard}
      <Form id={formId} form={form} onSubmit={save} label="Change the child’s details">
        <Stack>
          {fresh.isStale ? (
            <NewerVersion
              rows={[
                { label: 'Name', words: childName(record) },
                { label: 'Birth', words: bornWords(record) },
                { label: 'Address', words: [record.address, record.postcode].filter(Boolean).join(', ') },
                { label: 'School', words: record.school },
              ]}
            />
          ) : null}
          <Card label="The child">
            <FieldStack>
              <ChildFields />
            </FieldStack>
          </Card>
        </Stack>
      </Form>
    </RecordTab>
  );
}

import { useId, useMemo } from 'react';
import type { z } from 'zod';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Stack } from '#renderer/components/Page.tsx';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { ChildFields } from '../details/ChildFields.tsx';
import { CarerFields } from './CarerFields.tsx';
import { StartFrame } from './StartFrame.tsx';
import { useToday } from '#renderer/office/usePermissions.ts';
import { registerFormOn } from './registerForm.ts';

/** What the form of a new record gives once it is checked. */
export type Registration = z.output<ReturnType<typeof registerFormOn>>;

type Defaults = Partial<z.input<ReturnType<typeof registerFormOn>>>;

/** The record of a child nobody has on record yet. */
export function RegisterForm(props: {
  defaults: Defaults;
  onSave: (values: Registration) => Promise<Problem | undefined>;
  onBack: (values: Registration) => void;
}) {
  const { defaults, onSave, onBack } = props;
  const today = useToday();
  const schema = useMemo(() => registerFormOn(today), [today]);
  const form = useOfficeForm({ schema, defaultValues: defaults });
  const formId = useId();
  const guard = useUnsavedGuard({ dirty: form.formState.isDirty, what: 'this new record' });
  return (
    <StartFrame
      isRegistering
      footerEnd={
        <>
          <Act onPress={() => onBack(form.getValues() as Registration)}>Look again</Act>
          <Act kind="main" type="submit" form={formId} keys="Ctrl+Enter" busy={form.formState.isSubmitting}>
            Register and open the CAF
          </Act>
        </>
      }
    >
      {guard}
      <Form id={formId} form={form} onSubmit={onSave} label="Register a new child">
        <Stack>
          <Card label="The child">
            <FieldStack>
              <ChildFields />
            </FieldStack>
          </Card>
          <Card label="Carers">
            <CarerFields />
          </Card>
        </Stack>
      </Form>
    </StartFrame>
  );
}

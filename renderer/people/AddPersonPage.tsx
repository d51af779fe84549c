import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { people } from '#shared/contract/people.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { PassphraseField } from '#renderer/access/PassphraseField.tsx';
import { PassphraseVerdict } from '#renderer/access/PassphraseVerdict.tsx';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { type OfficeForm, useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useAtDesk, usePermissions } from '#renderer/office/usePermissions.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { givenWords } from './PersonDialogs.tsx';
import { PersonFields } from './PersonFields.tsx';
import { RoleChecks } from './RoleChecks.tsx';

/** The contract's person; a user name and a first passphrase come together or not at all. */
const schema = people['people.add'].input
  .refine((values) => !values.userName || Boolean(values.passphrase), {
    path: ['passphrase'],
    message: 'Enter a first passphrase, or leave the user name empty.',
  })
  .refine((values) => !values.passphrase || Boolean(values.userName), {
    path: ['userName'],
    message: 'Enter a user name, or leave the first passphrase empty.',
  });
type Values = z.output<typeof schema>;

const start: z.input<typeof schema> = {
  name: '',
  jobTitle: '',
  agency: '',
  areaId: null,
  teamId: null,
  phone: '',
  email: '',
  roles: [],
  userName: '',
  passphrase: '',
};

const crumbs = [
  { label: 'Office', to: '/office' },
  { label: 'People', to: '/office/people' },
];

function SignInCard({ form: { control } }: { form: OfficeForm<typeof schema> }) {
  const [typed = '', name, userName = ''] = useWatch({ control, name: ['passphrase', 'name', 'userName'] });
  const trustName = useAtDesk()?.trustName ?? '';
  return (
    <Card title="Signing in">
      <FieldStack>
        <p>
          Fill in both, and the person can sign in from now on. Leave both empty for somebody who is only
          named in records.
        </p>
        <FieldRow>
          <TextField name="userName" label="User name" hint="Such as ruth.adeyemi" optional />
          <PassphraseField
            name="passphrase"
            label="First passphrase"
            hint={
              <PassphraseVerdict
                typed={typed}
                owner={{ userName, names: [name, trustName] }}
                rules="12 characters or more. Hand it over in person: it is good for one sign-in, at which they choose their own."
              />
            }
            autoComplete="new-password"
            optional
          />
        </FieldRow>
      </FieldStack>
    </Card>
  );
}

function AddPersonForm() {
  const id = useId();
  const navigate = useNavigate();
  const toasts = useToasts();
  const add = useWrite('people.add');
  const form = useOfficeForm({ schema, defaultValues: start });
  const { isDirty, isSubmitting } = form.formState;
  const [isSaved, setSaved] = useState(false);
  const guard = useUnsavedGuard({ dirty: isDirty && !isSaved, what: 'this person' });
  const submit = async (values: Values) => {
    const result = await add.run(values);
    if (!result.ok) return result.problem;
    // What was typed is kept now, so leaving asks nothing.
    flushSync(() => setSaved(true));
    const added = values.userName ? `${values.name} added. They can sign in now.` : `${values.name} added.`;
    const waits = result.data.proposed.length > 0;
    toasts.done(waits ? `${added} ${givenWords(values.name, result.data)}` : added);
    void navigate({ to: '/office/people/$person', params: { person: String(result.data.id) } });
    return undefined;
  };
  return (
    <Page
      title="Add a person"
      crumbs={crumbs}
      footer="Training and the own limit are recorded afterwards, on the person’s page."
      footerEnd={
        <>
          <Act to="/office/people">Leave it</Act>
          <Act kind="main" type="submit" form={id} keys="Ctrl+Enter" busy={isSubmitting}>
            Add the person
          </Act>
        </>
      }
    >
      {guard}
      <Form id={id} form={form} label="Add a person" onSubmit={submit}>
        <PageColumns side={440}>
          <Stack>
            <Card title="Who it is">
              <FieldStack>
                <PersonFields />
              </FieldStack>
            </Card>
            <SignInCard form={form} />
          </Stack>
          <Card title="What they may do">
            <RoleChecks
              control={form.control}
              name="roles"
              label="Roles"
              hint="Tick as many as fit. Rights add up; nobody has a right without a role."
            />
          </Card>
        </PageColumns>
      </Form>
    </Page>
  );
}

/** Adds somebody, with roles, and with a way to sign in if they need one. */
export function AddPersonPage() {
  const may = usePermissions();
  if (may('people.manage')) return <AddPersonForm />;
  return (
    <Page title="Add a person" crumbs={crumbs}>
      <Card label="Add a person">
        <EmptyState title="Not with your roles">Only {whoMay('people.manage')} adds people.</EmptyState>
      </Card>
    </Page>
  );
}

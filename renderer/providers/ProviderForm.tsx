import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { z } from 'zod';
import { providers } from '#shared/contract/providers.ts';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import type { Problem } from '#shared/problems.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { type OfficeForm, useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Page, PageColumns } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { kindOptions, type Provider } from './providerWords.ts';

const schema = providers['providers.add'].input;
type Values = z.output<typeof schema>;

const empty: Values = {
  name: '',
  kind: 'unknown',
  address: '',
  phone: '',
  orderEmail: '',
  supplierNumber: '',
  vatRegistered: false,
  vatNumber: '',
  contactWithChildren: false,
  safeguardingExpiresOn: null,
  insuranceExpiresOn: null,
  dataNoteOn: null,
};

function valuesOf(provider: Provider): Values {
  const entries = Object.keys(empty).map((key) => [key, provider[key as keyof Values]]);
  return Object.fromEntries(entries) as Values;
}

type Saved = { problem: Problem } | { id: number };

type FormProps = {
  title: string;
  crumbs: { label: string; to?: string }[];
  start: Values;
  act: string;
  onSave: (values: Values) => Promise<Saved>;
  /** Where leaving without saving leads. */
  back: string;
  /** What to know before saving, above the fields. */
  note?: ReactNode;
};

function DetailFields(props: { form: OfficeForm<typeof schema> }) {
  const { control } = props.form;
  return (
    <Card title="Details">
      <FieldStack>
        <TextField control={control} name="name" label="Name" startHere />
        <SelectField control={control} name="kind" label="Kind" options={kindOptions} />
        <TextArea
          control={control}
          name="address"
          label="Address"
          hint="As it stands on the order"
          optional
        />
        <FieldRow>
          <TextField control={control} name="phone" label="Telephone" type="tel" optional />
          <TextField
            control={control}
            name="orderEmail"
            label="Orders go to"
            hint="Email address"
            type="email"
            optional
          />
        </FieldRow>
        <FieldRow>
          <TextField
            control={control}
            name="supplierNumber"
            label="Supplier number"
            hint="Finance’s own number"
            optional
          />
          <TextField
            control={control}
            name="vatNumber"
            label="VAT number"
            hint="If it is registered"
            optional
          />
        </FieldRow>
        <CheckField control={control} name="vatRegistered" label="Registered for VAT" />
      </FieldStack>
    </Card>
  );
}

function CheckFields(props: { form: OfficeForm<typeof schema> }) {
  const { control } = props.form;
  return (
    <Card title="Checks">
      <FieldStack>
        <CheckField
          control={control}
          name="contactWithChildren"
          label="Its services are in contact with children"
          hint="Then it needs a safeguarding check in date and a data-sharing note before the first order."
        />
        <DateField
          control={control}
          name="safeguardingExpiresOn"
          label="Safeguarding check runs until"
          optional
        />
        <DateField control={control} name="dataNoteOn" label="Data-sharing note signed on" optional />
        <DateField control={control} name="insuranceExpiresOn" label="Insurance runs until" optional />
      </FieldStack>
    </Card>
  );
}

function ProviderForm(props: FormProps) {
  const { title, crumbs, start, act, onSave, back, note } = props;
  const id = useId();
  const navigate = useNavigate();
  const toasts = useToasts();
  const form = useOfficeForm({ schema, defaultValues: start });
  const { isDirty, isSubmitting } = form.formState;
  const [isSaved, setSaved] = useState(false);
  const guard = useUnsavedGuard({ dirty: isDirty && !isSaved, what: 'this provider' });
  const submit = async (values: Values) => {
    const saved = await onSave(values);
    if ('problem' in saved) return saved.problem;
    // What was typed is kept now, so leaving asks nothing.
    flushSync(() => setSaved(true));
    toasts.done(`${values.name} saved.`);
    void navigate({ to: '/providers/$provider', params: { provider: String(saved.id) } });
    return undefined;
  };
  return (
    <Page
      title={title}
      crumbs={crumbs}
      footer="Orders already issued keep what they said."
      footerEnd={
        <>
          <Act to={back}>Leave it</Act>
          <Act kind="main" type="submit" form={id} keys="Ctrl+Enter" busy={isSubmitting}>
            {act}
          </Act>
        </>
      }
    >
      {guard}
      {note}
      <Form id={id} form={form} label={title} onSubmit={submit}>
        <PageColumns>
          <DetailFields form={form} />
          <CheckFields form={form} />
        </PageColumns>
      </Form>
    </Page>
  );
}

const listCrumb = { label: 'Providers', to: '/providers' };

/** Adds a provider by hand. */
export function NewProviderPage() {
  const add = useWrite('providers.add');
  return (
    <ProviderForm
      title="Add provider"
      crumbs={[listCrumb]}
      start={empty}
      act="Add provider"
      back="/providers"
      onSave={async (values) => {
        const result = await add.run(values);
        return result.ok ? { id: result.data.id } : { problem: result.problem };
      }}
    />
  );
}

const fieldWords: Record<keyof Values, string> = {
  name: 'Name',
  kind: 'Kind',
  address: 'Address',
  phone: 'Telephone',
  orderEmail: 'Orders go to',
  supplierNumber: 'Supplier number',
  vatRegistered: 'Registered for VAT',
  vatNumber: 'VAT number',
  contactWithChildren: 'In contact with children',
  safeguardingExpiresOn: 'Safeguarding check runs until',
  insuranceExpiresOn: 'Insurance runs until',
  dataNoteOn: 'Data-sharing note signed on',
};

function inWords(key: keyof Values, value: Values[keyof Values]): string {
  if (value === null || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (key === 'kind') return kindOptions.find((option) => option.value === value)?.label ?? value;
  return isDay(value) ? formatDay(value) : value;
}

/** What somebody else saved since this form was opened, field by field. */
function Meanwhile(props: { before: Provider; now: Provider }) {
  const { before, now } = props;
  const keys = Object.keys(fieldWords) as (keyof Values)[];
  const changed = keys.filter((key) => before[key] !== now[key]);
  return (
    <Card title="Saved meanwhile by somebody else" note="saving again puts yours in its place">
      <ul>
        {changed.map((key) => (
          <li key={key}>
            {fieldWords[key]}: now {inWords(key, now[key])}, before {inWords(key, before[key])}
          </li>
        ))}
        {changed.length === 0 ? <li>Its status or its prices. None of these fields.</li> : null}
      </ul>
    </Card>
  );
}

function ChangeForm(props: { provider: Provider; onConflict: () => void }) {
  const { provider, onConflict } = props;
  const save = useWrite('providers.save');
  // What is typed was typed over this version, whatever is read in the meantime.
  const [opened] = useState(provider);
  const [isLate, setLate] = useState(false);
  return (
    <ProviderForm
      title={`Change ${opened.name}`}
      crumbs={[listCrumb, { label: opened.name, to: `/providers/${opened.id}` }]}
      start={valuesOf(opened)}
      act="Save changes"
      back={`/providers/${opened.id}`}
      note={isLate && provider.version > opened.version ? <Meanwhile before={opened} now={provider} /> : null}
      onSave={async (values) => {
        const version = isLate ? provider.version : opened.version;
        const result = await save.run({ ...values, id: opened.id, version });
        if (result.ok) return { id: opened.id };
        if (result.problem.code === 'conflict') {
          setLate(true);
          onConflict();
        }
        return { problem: result.problem };
      }}
    />
  );
}

const route = getRouteApi('/frame/providers/$provider/change');

/** Changes what is known of a provider; what somebody else saved meanwhile is shown, and nothing typed is lost. */
export function ChangeProviderPage() {
  const { provider: providerId } = route.useParams();
  const { data, problem, loading, retry } = useRead('providers.get', { id: Number(providerId) });
  if (data && data.id === Number(providerId))
    return <ChangeForm key={data.id} provider={data} onConflict={retry} />;
  return (
    <Page title="Change provider" crumbs={[listCrumb]}>
      <Card label="Change provider">
        {problem ? (
          <ProblemAlert problem={problem} onRetry={retry} />
        ) : (
          <Late pending={loading}>Looking for it.</Late>
        )}
      </Card>
    </Page>
  );
}

import { useId } from 'react';
import { useWatch } from 'react-hook-form';
import type { Output } from '#shared/contract/index.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Detail, Details } from '#renderer/components/Details.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { type OfficeForm, useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { AreasCard } from './AreasCard.tsx';
import { Meanwhile } from './Meanwhile.tsx';
import { OfficePage } from './OfficePage.tsx';
import { PaperHead } from './PaperHead.tsx';
import { InvoiceFields, LetterheadFields, OfficeFields, OrderFields } from './SettingsFields.tsx';
import { settingsSchema as schema, type SettingsValues as Values } from './settingsForm.ts';
import { useOpened } from './useOpened.ts';

type Settings = Output<'settings.get'>;

const words: Record<keyof Values, string> = {
  trustName: 'Name of the office',
  councilName: 'Name of the council',
  address: 'Address of the office',
  phone: 'Telephone',
  email: 'Email',
  invoiceName: 'Who is invoiced',
  invoiceAddress: 'Address for invoices',
  invoiceEmail: 'Email for invoices',
  deliverTo: 'Deliver to',
  terms: 'Terms',
  letterheadColour: 'Letterhead colour',
};
const keys = Object.keys(words) as (keyof Values)[];

function valuesOf(found: Settings): Values {
  return Object.fromEntries(keys.map((key) => [key, found[key]])) as Values;
}

const subtitle = 'What stands on every order. Orders already issued keep theirs.';

/** The head of an order, drawn from what is being typed. */
function PaperCard(props: { form: OfficeForm<typeof schema>; number: number }) {
  const typed = useWatch({ control: props.form.control });
  return (
    <Card title="As it is printed" note="with the first number of this office">
      <PaperHead
        councilName={typed.councilName ?? ''}
        trustName={typed.trustName ?? ''}
        address={typed.address ?? ''}
        invoiceName={typed.invoiceName ?? ''}
        invoiceAddress={typed.invoiceAddress ?? ''}
        invoiceEmail={typed.invoiceEmail ?? ''}
        colour={typed.letterheadColour ?? ''}
        number={String(props.number)}
      />
    </Card>
  );
}

function SettingsForm(props: { found: Settings; onConflict: () => void }) {
  const { found, onConflict } = props;
  const id = useId();
  const toasts = useToasts();
  const write = useWrite('settings.save');
  const { opened, newer, version, showNewer, goOnFrom } = useOpened(found);
  const form = useOfficeForm({ schema, defaultValues: valuesOf(opened) });
  const { isDirty, isSubmitting } = form.formState;
  const guard = useUnsavedGuard({ dirty: isDirty, what: 'the name and letterhead' });
  const save = async (values: Values) => {
    const result = await write.run({ ...values, version });
    if (!result.ok) {
      if (result.problem.code === 'conflict') {
        showNewer();
        onConflict();
      }
      return result.problem;
    }
    toasts.done('Name and letterhead saved. The next order is printed with them.');
    goOnFrom({ ...opened, ...values, version: result.data.version });
    form.reset(values);
    return undefined;
  };
  const before = valuesOf(opened);
  return (
    <OfficePage
      part="Name and letterhead"
      subtitle={subtitle}
      footer={isDirty ? 'Not saved yet.' : 'Nothing to save.'}
      footerEnd={
        <Act kind="main" type="submit" form={id} keys="Ctrl+Enter" busy={isSubmitting}>
          Save changes
        </Act>
      }
    >
      {guard}
      {newer ? (
        <Meanwhile
          differences={keys.map((key) => ({ label: words[key], before: before[key], now: newer[key] }))}
          otherwise="None of these fields."
        />
      ) : null}
      <Form id={id} form={form} label="Name and letterhead" onSubmit={save}>
        <PageColumns side={440}>
          <Stack>
            <OfficeFields control={form.control} />
            <InvoiceFields control={form.control} />
            <OrderFields control={form.control} />
          </Stack>
          <Stack>
            <LetterheadFields control={form.control} />
            <PaperCard form={form} number={opened.firstOrderNumber} />
            <AreasCard />
          </Stack>
        </PageColumns>
      </Form>
    </OfficePage>
  );
}

/** The same for those who may only read it. */
function SettingsRead({ found }: { found: Settings }) {
  return (
    <OfficePage
      part="Name and letterhead"
      subtitle={`${subtitle} Only ${whoMay('settings.manage')} changes them.`}
    >
      <PageColumns side={440}>
        <Card title="The office">
          <Details>
            {keys
              .filter((key) => key !== 'letterheadColour')
              .map((key) => (
                <Detail key={key} label={words[key]}>
                  {found[key]}
                </Detail>
              ))}
          </Details>
        </Card>
        <Stack>
          <Card title="As it is printed" note="with the first number of this office">
            <PaperHead
              {...valuesOf(found)}
              colour={found.letterheadColour}
              number={String(found.firstOrderNumber)}
            />
          </Card>
          <AreasCard />
        </Stack>
      </PageColumns>
    </OfficePage>
  );
}

/** What the office is called, where it is, and what stands on its orders. */
export function SettingsPage() {
  const may = usePermissions();
  const { data, problem, loading, retry } = useRead('settings.get', {});
  if (!data)
    return (
      <OfficePage part="Name and letterhead" subtitle={subtitle}>
        <Card label="Name and letterhead">
          {problem ? (
            <ProblemAlert problem={problem} onRetry={retry} />
          ) : (
            <Late pending={loading}>Reading.</Late>
          )}
        </Card>
      </OfficePage>
    );
  if (!may('settings.manage')) return <SettingsRead found={data} />;
  return <SettingsForm found={data} onConflict={retry} />;
}

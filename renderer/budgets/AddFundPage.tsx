import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useController } from 'react-hook-form';
import type { z } from 'zod';
import { budgets } from '#shared/contract/budgets.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { financialYear } from '#shared/domain/quarter.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { CheckField } from '#renderer/components/form/CheckField.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { Form } from '#renderer/components/form/Form.tsx';
import { MoneyField } from '#renderer/components/form/NumberFields.tsx';
import { TextArea, TextField } from '#renderer/components/form/TextField.tsx';
import { type OfficeForm, useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useUnsavedGuard } from '#renderer/components/useUnsavedGuard.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { CategoryTicks } from './CategoryTicks.tsx';

const schema = budgets['budgets.addFund'].input;
type Values = z.output<typeof schema>;
type FundForm = OfficeForm<typeof schema>;

function FundFields({ form }: { form: FundForm }) {
  const { control } = form;
  return (
    <Card title="The fund">
      <FieldStack>
        <TextField
          control={control}
          name="name"
          label="Name"
          hint="As orders and returns show it"
          missing="Enter a name for the fund."
          startHere
        />
        <FieldRow>
          <TextField
            control={control}
            name="funder"
            label="Funder"
            hint="Who gives the money"
            missing="Enter who gives the money."
          />
          <TextField
            control={control}
            name="programme"
            label="Programme"
            hint="What it is given for"
            missing="Enter what it is given for."
          />
        </FieldRow>
        <FieldRow>
          <DateField control={control} name="startOn" label="Starts" />
          <DateField control={control} name="endOn" label="Ends" />
          <MoneyField
            control={control}
            name="totalPence"
            label="Money it starts with"
            missing="Enter the money it starts with."
          />
        </FieldRow>
        <CheckField
          control={control}
          name="carryForward"
          label="What is left at the year’s end may be carried forward"
        />
      </FieldStack>
    </Card>
  );
}

function AccountFields({ form }: { form: FundForm }) {
  const { control } = form;
  return (
    <Card title="In the accounts" note="printed on each order">
      <FieldStack>
        <TextField control={control} name="costCentre" label="Cost centre" optional />
        <TextField control={control} name="expenseCode" label="Expense code" optional />
        <TextField control={control} name="projectCode" label="Project code" optional />
      </FieldStack>
    </Card>
  );
}

function TermFields({ form }: { form: FundForm }) {
  const { field } = useController({ control: form.control, name: 'restrictedCategories' });
  return (
    <Card title="Its terms">
      <FieldStack>
        <TextArea
          control={form.control}
          name="conditions"
          label="Conditions"
          hint="What the funder asks, in a sentence or two"
          optional
        />
        <CategoryTicks ticked={field.value ?? []} onChange={field.onChange} />
      </FieldStack>
    </Card>
  );
}

const crumbs = [{ label: 'Budgets', to: '/budgets' }];

function AddFundForm({ today }: { today: string }) {
  const id = useId();
  const navigate = useNavigate();
  const toasts = useToasts();
  const write = useWrite('budgets.addFund');
  const year = financialYear(today);
  const form = useOfficeForm({
    schema,
    defaultValues: {
      name: '',
      funder: '',
      programme: '',
      startOn: year.from,
      endOn: year.to,
      carryForward: false,
      conditions: '',
      restrictedCategories: [],
      costCentre: '',
      expenseCode: '',
      projectCode: '',
    },
  });
  const { isDirty, isSubmitting } = form.formState;
  const [isSaved, setSaved] = useState(false);
  const guard = useUnsavedGuard({ dirty: isDirty && !isSaved, what: 'this fund' });
  const submit = async (values: Values) => {
    const result = await write.run(values);
    if (!result.ok) return result.problem;
    // What was typed is kept now, so leaving asks nothing.
    flushSync(() => setSaved(true));
    toasts.done(`${values.name} added with ${formatPounds(values.totalPence)} to allocate.`);
    void navigate({ to: '/budgets', search: { year: financialYear(values.startOn).code } });
    return undefined;
  };
  return (
    <Page
      title="Add a fund"
      crumbs={crumbs}
      footer="Its money is not in anybody’s hands until you allocate it."
      footerEnd={
        <>
          <Act to="/budgets">Leave it</Act>
          <Act kind="main" type="submit" form={id} keys="Ctrl+Enter" busy={isSubmitting}>
            Add the fund
          </Act>
        </>
      }
    >
      {guard}
      <Form id={id} form={form} label="A new fund" onSubmit={submit}>
        <PageColumns side={320}>
          <Stack>
            <FundFields form={form} />
            <TermFields form={form} />
          </Stack>
          <AccountFields form={form} />
        </PageColumns>
      </Form>
    </Page>
  );
}

/** Adds a fund with the money it starts with; only a budget manager may. */
export function AddFundPage() {
  const may = usePermissions();
  const today = useToday();
  if (today === '') return null;
  if (may('budgets.manage')) return <AddFundForm today={today} />;
  return (
    <Page title="Add a fund" crumbs={crumbs}>
      <Card label="Add a fund">
        <EmptyState title="You cannot add a fund" action={<Act to="/budgets">See the budgets</Act>}>
          Only a budget manager adds funds and allocates money. Ask one of them, or have the role given to you
          under Office.
        </EmptyState>
      </Card>
    </Page>
  );
}

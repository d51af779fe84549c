import { styled } from '@mui/material/styles';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { budgets } from '#shared/contract/budgets.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Autocomplete } from '#renderer/components/form/Autocomplete.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { MoneyField } from '#renderer/components/form/NumberFields.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import { type Fund, yearsBetween } from './budgetWords.ts';
import { readOwner, searchOwners } from './ownerSearch.ts';

const { fundId, financialYear, amountPence, reason } = budgets['budgets.allocate'].input.shape;
/** The operation's own fields, but for the owner, who is chosen in one. */
const schema = z.object({ fundId, owner: z.string().min(1), financialYear, amountPence, reason });

const Sums = styled('dl')({
  ...tabular,
  margin: 0,
  fontSize: rem(13),
  lineHeight: rem(18),
  '& h3': { fontSize: rem(13), fontWeight: 600, marginBottom: rem(8) },
  '& div': { display: 'flex', justifyContent: 'space-between', gap: rem(12), padding: `${rem(6)} 0` },
  '& div + div': { borderTop: `1px solid ${look.line}` },
  '& dt': { color: look.ink2 },
  '& dd': { margin: 0, fontWeight: 600 },
  '& .words': { display: 'block' },
});

/** What the fund has left to give, and what would be left after this. */
function WhatIsLeft(props: { fund: Fund | undefined; amount: number }) {
  const { fund, amount } = props;
  if (!fund) return <Sums>Choose a fund to see what is left to allocate.</Sums>;
  const after = fund.unallocatedPence - amount;
  return (
    <Sums aria-live="polite">
      <div>
        <dt>Not allocated yet</dt>
        <dd>{formatPounds(fund.unallocatedPence)}</dd>
      </div>
      <div>
        <dt>This takes</dt>
        <dd>{formatPounds(amount)}</dd>
      </div>
      <div>
        <dt>Left to allocate</dt>
        <dd>{formatPounds(after)}</dd>
      </div>
      {after < 0 ? (
        <div className="words">
          <Status kind="stop">More than there is</Status>
        </div>
      ) : null}
    </Sums>
  );
}

type Props = { funds: Fund[]; year: string; fund: number | undefined; onClose: () => void };

const yearsOf = (fund: Fund | undefined) => (fund ? yearsBetween(fund.startOn, fund.endOn) : []);
const yearIn = (fund: Fund | undefined, year: string) =>
  yearsOf(fund).includes(year) ? year : (yearsOf(fund).at(-1) ?? '');

/** Gives some of a fund's money to an area, a team or a lead professional for a year. */
export function AllocateDialog({ funds, year, fund: chosen, onClose }: Props) {
  const toasts = useToasts();
  const write = useWrite('budgets.allocate');
  const first = funds.find((one) => one.id === chosen) ?? (funds.length === 1 ? funds[0] : undefined);
  const form = useOfficeForm({
    schema,
    defaultValues: {
      ...(first ? { fundId: first.id } : {}),
      owner: '',
      financialYear: yearIn(first, year),
      reason: '',
    },
  });
  const { control } = form;
  const [fundNow, amountNow] = useWatch({ control, name: ['fundId', 'amountPence'] });
  const fund = funds.find((one) => one.id === fundNow);
  const amount = Number.isSafeInteger(amountNow) ? amountNow : 0;
  return (
    <FormDialog
      title="Allocate money"
      form={form}
      act="Allocate"
      onClose={onClose}
      side={<WhatIsLeft fund={fund} amount={amount} />}
      onSubmit={async ({ owner, ...values }) => {
        const whom = readOwner(owner);
        if (!whom) return { code: 'invalid', message: 'Choose whom it is allocated to.', field: 'owner' };
        const result = await write.run({ ...values, ...whom });
        if (!result.ok && result.problem.code === 'budget_short')
          return { ...result.problem, field: 'amountPence' };
        if (!result.ok) return result.problem;
        toasts.done(`${formatPounds(values.amountPence)} allocated for ${values.financialYear}.`);
        onClose();
        return undefined;
      }}
    >
      <SelectField
        control={control}
        name="fundId"
        label="Fund"
        options={funds.map((one) => ({ value: one.id, label: one.name }))}
        startHere={first === undefined}
        onValue={(value) =>
          form.setValue(
            'financialYear',
            yearIn(
              funds.find((one) => one.id === value),
              year,
            ),
          )
        }
      />
      <Autocomplete
        control={control}
        name="owner"
        label="Allocate to"
        missing="Choose whom to allocate it to."
        hint="An area, a team or a lead professional"
        search={searchOwners}
        none="No area, team or lead professional fits"
        startHere={first !== undefined}
      />
      <FieldRow>
        <SelectField
          control={control}
          name="financialYear"
          label="Financial year"
          options={yearsOf(fund).map((code) => ({ value: code, label: code }))}
        />
        <MoneyField control={control} name="amountPence" label="Amount" />
      </FieldRow>
      <TextField
        control={control}
        name="reason"
        label="Reason"
        missing="Say why, in a few words."
        hint="It stays in the ledger beside the amount"
      />
    </FormDialog>
  );
}

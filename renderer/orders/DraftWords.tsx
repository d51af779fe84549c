import type { Output } from '#shared/contract/index.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { Card } from '#renderer/components/Card.tsx';
import { Choice } from '#renderer/components/form/Choice.tsx';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow, FieldStack } from '#renderer/components/form/fieldBase.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextArea } from '#renderer/components/form/TextField.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import type { DraftForm } from './draftSchema.ts';

type Order = Output<'orders.get'>;

const familyViews = [
  { value: 'agreed', label: 'They agreed' },
  { value: 'asked', label: 'They asked for it' },
  { value: 'declined', label: 'They declined' },
  { value: 'not_told', label: 'Not told' },
];

/** Why, with whom it was talked over, what was tried first, and which money pays for it. */
export function DraftWords({ form, order }: { form: DraftForm; order: Order }) {
  const { control } = form;
  const hasOverlap = order.gates.some((gate) => gate.id === 'overlap' && gate.verdict !== 'pass');
  return (
    <>
      <Card title="Why it is needed">
        <FieldStack>
          <TextArea
            control={control}
            name="need"
            label="The need"
            hint={order.action ? `For: ${order.action}` : 'What is missing, in a sentence or two.'}
            rows={2}
          />
          <TextArea
            control={control}
            name="alternatives"
            label="What was tried first"
            hint="A free or existing service, a charity, a benefit: and what came of it."
            rows={2}
          />
          <TextArea
            control={control}
            name="childView"
            label="The child’s view"
            hint="In their own words. “Declined to say” is an answer. Blank is not."
            rows={2}
          />
          <Choice control={control} name="familyViewKind" label="The family" options={familyViews} />
          <TextArea
            control={control}
            name="familyView"
            label="In the family’s words"
            optional
            hint="Could the family be told this openly? If they were not told, write why."
            rows={2}
          />
          {hasOverlap ? (
            <TextArea control={control} name="overlapReason" label="Why more of the same" rows={2} />
          ) : null}
        </FieldStack>
      </Card>
      <Card title="Money and supply">
        <FieldStack>
          <FieldRow>
            <BudgetField form={form} order={order} />
            <DateField control={control} name="requiredBy" label="Supply by" optional />
          </FieldRow>
          <FieldRow>
            <Choice
              control={control}
              name="whyNow"
              label="Planned or crisis"
              options={[
                { value: 'planned', label: 'Planned' },
                { value: 'crisis', label: 'Crisis' },
              ]}
            />
          </FieldRow>
          <TextArea
            control={control}
            name="deliverTo"
            label="Deliver to"
            optional
            hint="Left empty: our front desk. Never the family’s address."
            rows={2}
          />
        </FieldStack>
      </Card>
    </>
  );
}

function BudgetField({ form, order }: { form: DraftForm; order: Order }) {
  const { data } = useRead('budgets.forCaf', { cafId: order.cafId });
  const options = (data?.budgets ?? []).map((budget) => ({
    value: budget.id,
    label: `${budget.owner}, ${budget.fund}: ${formatPounds(budget.balance.headroom)} left`,
  }));
  return (
    <SelectField
      control={form.control}
      name="budgetId"
      label="Paid from"
      hint={
        data && options.length === 0
          ? 'Nobody who may pay for this child has a budget yet. Ask the budget manager.'
          : undefined
      }
      options={options}
    />
  );
}

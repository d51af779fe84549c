import { styled } from '@mui/material/styles';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useCallback, useRef } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { Output } from '#shared/contract/index.ts';
import { formatPounds, formatPriceE4 } from '#shared/domain/money.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Autocomplete, type Option } from '#renderer/components/form/Autocomplete.tsx';
import { QuantityField } from '#renderer/components/form/NumberFields.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { callOffice } from '#renderer/office/client.ts';
import { z } from 'zod';
import type { DraftForm } from './draftSchema.ts';

type Order = Output<'orders.get'>;
type Item = Output<'providers.findItems'>['items'][number];
type Props = { form: DraftForm; order: Order; onChanged: () => void };

/** The lines of a draft: found in the price lists, described as the provider reads it, counted. */
export function DraftLines({ form, order, onChanged }: Props) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'lines' });
  const providerId = form.watch('providerId');
  const add = (item: Item) => {
    if (!providerId) form.setValue('providerId', item.providerId);
    append({ itemId: item.id, description: item.title, quantity: 1000 }, { shouldFocus: false });
    onChanged();
  };
  const takeAway = (index: number) => {
    remove(index);
    if (fields.length === 1) form.setValue('providerId', null);
    onChanged();
  };
  return (
    <Card
      title="What is bought"
      note={order.provider ? `from ${order.provider}` : 'from one provider’s price list'}
      actions={<strong>{formatPounds(order.totals.grossPence)} with VAT</strong>}
    >
      {fields.map((field, index) => (
        <LineFields
          key={field.id}
          form={form}
          index={index}
          line={order.lines[index]}
          onRemove={() => takeAway(index)}
        />
      ))}
      <AddItem providerId={providerId ?? null} onAdd={add} />
    </Card>
  );
}

const Line = styled('fieldset')({
  display: 'grid',
  gridTemplateColumns: `minmax(0, 1fr) ${rem(124)} ${rem(96)} auto`,
  gap: rem(12),
  alignItems: 'end',
  minWidth: 0,
  margin: `0 0 ${rem(16)}`,
  padding: 0,
  border: 0,
  '& .price': {
    ...tabular,
    display: 'grid',
    alignContent: 'center',
    minHeight: rem(36),
    textAlign: 'right',
    lineHeight: rem(18),
  },
  '& .price span': { fontSize: rem(12), color: look.ink2 },
  '@container page (max-width: 44rem)': { gridTemplateColumns: `minmax(0, 1fr) ${rem(124)}` },
});

type LineProps = {
  form: DraftForm;
  index: number;
  line: Order['lines'][number] | undefined;
  onRemove: () => void;
};

function LineFields({ form, index, line, onRemove }: LineProps) {
  return (
    <Line aria-label={`Line ${index + 1}`}>
      <TextField
        control={form.control}
        name={`lines.${index}.description`}
        label={`Line ${index + 1}, what the provider reads`}
      />
      <QuantityField
        control={form.control}
        name={`lines.${index}.quantity`}
        label="Quantity"
        unit={line?.unit}
      />
      <p className="price">
        {line ? (
          <>
            <span>{formatPriceE4(line.unitPriceE4)} each</span>
            <b>{formatPounds(line.grossPence)}</b>
          </>
        ) : null}
      </p>
      <Act kind="text" icon={Trash2} spokenLabel={`Take away line ${index + 1}`} onPress={onRemove}>
        Take away
      </Act>
    </Line>
  );
}

const addSchema = z.object({ item: z.number().nullable() });

/** Looks an item up in the price lists; choosing it adds the line. */
function AddItem({ providerId, onAdd }: { providerId: number | null; onAdd: (item: Item) => void }) {
  const form = useOfficeForm({ schema: addSchema, defaultValues: { item: null } });
  const found = useRef(new Map<number, Item>());
  const search = useCallback(
    async (query: string): Promise<Option[]> => {
      const result = await callOffice('providers.findItems', {
        search: query,
        ...(providerId ? { providerId } : {}),
      });
      if (!result.ok) throw new Error(result.problem.code);
      return result.data.items.map((item) => {
        found.current.set(item.id, item);
        const price = item.current
          ? `${formatPriceE4(item.current.unitPriceE4)} a ${item.unit}`
          : 'no price today';
        return { id: item.id, label: item.title, detail: `${item.provider}, ${price}` };
      });
    },
    [providerId],
  );
  const pick = (option: Option | null) => {
    const item = option && found.current.get(Number(option.id));
    if (item) onAdd(item);
    form.reset({ item: null });
  };
  return (
    <Autocomplete
      key={form.formState.submitCount}
      control={form.control}
      name="item"
      label="Add an item"
      hint={
        providerId
          ? 'From the same provider: one order goes to one provider.'
          : 'Type what is needed. The first item decides the provider.'
      }
      icon={Plus}
      search={search}
      selected={null}
      onPick={pick}
      none="No price list has that. Ask the commissioner to add it."
    />
  );
}

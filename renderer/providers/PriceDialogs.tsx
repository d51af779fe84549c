import { styled } from '@mui/material/styles';
import { providers } from '#shared/contract/providers.ts';
import { formatPriceE4 } from '#shared/domain/money.ts';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { DateField } from '#renderer/components/form/DateField.tsx';
import { FieldRow } from '#renderer/components/form/fieldBase.tsx';
import { PriceField } from '#renderer/components/form/NumberFields.tsx';
import { SelectField } from '#renderer/components/form/SelectField.tsx';
import { TextField } from '#renderer/components/form/TextField.tsx';
import { useOfficeForm } from '#renderer/components/form/useOfficeForm.ts';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { FormDialog } from '#renderer/components/form/FormDialog.tsx';
import {
  categoryOptions,
  heldFrom,
  unitOptions,
  vatOptions,
  type Item,
  type Provider,
} from './providerWords.ts';

const itemInput = providers['providers.addItem'].input;
const priceInput = providers['providers.setPrice'].input;

/** A provider that is not registered charges no VAT; others choose. */
function usualVat(provider: Provider): string | null {
  return provider.vatRegistered ? null : 'N';
}

/** Adds an item with its first price to a provider's list. */
export function AddItemDialog(props: { provider: Provider; today: string; onClose: () => void }) {
  const { provider, today, onClose } = props;
  const toasts = useToasts();
  const write = useWrite('providers.addItem');
  const form = useOfficeForm({
    schema: itemInput,
    defaultValues: {
      providerId: provider.id,
      vatCode: usualVat(provider) ?? '',
      unit: 'each',
      validFrom: today,
      validTo: null,
    },
  });
  const { control } = form;
  return (
    <FormDialog
      title={`Add an item to ${provider.name}`}
      form={form}
      act="Add the item"
      onClose={onClose}
      onSubmit={async (values) => {
        const result = await write.run(values);
        if (!result.ok) return result.problem;
        toasts.done(`${values.title} is on the price list.`);
        onClose();
        return undefined;
      }}
    >
      <FieldRow>
        <TextField control={control} name="code" label="Code" hint="As the provider quotes it" startHere />
        <SelectField control={control} name="category" label="Category" options={categoryOptions} />
      </FieldRow>
      <TextField
        control={control}
        name="title"
        label="What it is"
        hint="The provider reads this on the order. Nothing about a child belongs here."
      />
      <FieldRow>
        <PriceField control={control} name="unitPriceE4" label="Unit price" hint="Without VAT" />
        <SelectField control={control} name="unit" label="Unit" options={unitOptions} />
        <SelectField control={control} name="vatCode" label="VAT code" options={vatOptions} />
      </FieldRow>
      <FieldRow>
        <DateField control={control} name="validFrom" label="Valid from" />
        <DateField control={control} name="validTo" label="Valid to" optional />
      </FieldRow>
    </FormDialog>
  );
}

const History = styled('div')({
  fontSize: rem(13),
  '& h3': { fontSize: rem(13), fontWeight: 600, marginBottom: rem(8) },
  '& li + li': { marginTop: rem(8) },
  '& .price': { ...tabular, fontWeight: 600 },
  '& .held': { display: 'block', fontSize: rem(12), color: look.ink2 },
});

/** What an item cost before, costs now, and will cost. */
function PricesSoFar(props: { item: Item }) {
  const { item } = props;
  return (
    <History>
      <h3>Prices so far</h3>
      <ul>
        {item.history.map((price) => (
          <li key={price.id}>
            <span className="price">{formatPriceE4(price.unitPriceE4)}</span> a {item.unit}, VAT{' '}
            {price.vatCode}
            <span className="held">{heldFrom(price)}</span>
          </li>
        ))}
      </ul>
    </History>
  );
}

/** Sets a new price of an item from a day on; the one before stays in its history. */
export function SetPriceDialog(props: { item: Item; today: string; onClose: () => void }) {
  const { item, today, onClose } = props;
  const toasts = useToasts();
  const write = useWrite('providers.setPrice');
  const form = useOfficeForm({
    schema: priceInput,
    defaultValues: {
      itemId: item.id,
      vatCode: (item.current ?? item.history[0])?.vatCode ?? '',
      validFrom: today,
      validTo: null,
    },
  });
  const { control } = form;
  return (
    <FormDialog
      title={`New price for ${item.title}`}
      form={form}
      act="Set the price"
      onClose={onClose}
      side={<PricesSoFar item={item} />}
      onSubmit={async (values) => {
        const result = await write.run(values);
        if (!result.ok) return result.problem;
        toasts.done(`New price for ${item.title} set.`);
        onClose();
        return undefined;
      }}
    >
      <FieldRow>
        <PriceField
          control={control}
          name="unitPriceE4"
          label={`Price for one ${item.unit === 'each' ? 'item' : item.unit}`}
          hint="Without VAT"
          startHere
        />
        <SelectField control={control} name="vatCode" label="VAT code" options={vatOptions} />
      </FieldRow>
      <FieldRow>
        <DateField
          control={control}
          name="validFrom"
          label="Valid from"
          hint="The price before ends the day before"
        />
        <DateField control={control} name="validTo" label="Valid to" optional />
      </FieldRow>
    </FormDialog>
  );
}
